package org.kartoteka.contracts;

import java.util.List;
import org.kartoteka.platform.api.data.ExpectedRevision;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The types of contracts a company knows: monitoring, service, supply. Reading needs {@code
 * contracts.contract.read}, changes {@code contracts.definition.change}.
 */
@ProviderType
public interface ContractTypes {

  /** The type of types in references. */
  String TYPE = "contracts.type";

  /** All types by name, retired ones included. */
  List<ContractTypeView> all();

  /**
   * One type.
   *
   * @throws org.kartoteka.platform.api.problem.NotFound when there is none
   */
  ContractTypeView get(ContractTypeId id);

  /** Adds a type. */
  ContractTypeView add(ContractTypeData data);

  /** Changes a type; contracts that are there stay as they are. */
  ContractTypeView change(ContractTypeId id, ExpectedRevision revision, ContractTypeData data);
}
