package org.kartoteka.contracts;

import java.util.List;
import org.kartoteka.platform.api.data.ExpectedRevision;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Tariff appendices, and whether orders are as agreed. Appendices are changed with {@code
 * contracts.contract.change}, read and used with {@code contracts.contract.read}.
 */
@ProviderType
public interface Tariffs {

  /** The type of appendices in references. */
  String TYPE = "contracts.appendix";

  /** Adds an appendix. */
  AppendixView add(ContractId contract, AppendixData data);

  /** Changes an appendix. */
  AppendixView change(AppendixId id, ExpectedRevision revision, AppendixData data);

  /** Removes an appendix. */
  void remove(AppendixId id, ExpectedRevision revision);

  /** One appendix. */
  AppendixView get(AppendixId id);

  /** The appendices of a contract, the latest first. */
  List<AppendixView> of(ContractId contract);

  /** Checks an order; nothing is written. */
  OrderConformity check(ContractId contract, Order order);
}
