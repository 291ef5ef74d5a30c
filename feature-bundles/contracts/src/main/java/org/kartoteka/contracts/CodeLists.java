package org.kartoteka.contracts;

import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The code lists of contracts. Reading needs {@code contracts.contract.read}, changes {@code
 * contracts.definition.change}.
 */
@ProviderType
public interface CodeLists {

  /** The type of entries in references. */
  String TYPE = "contracts.code";

  /** The entries of a list by name, retired ones included. */
  List<CodeEntry> entries(CodeList list);

  /** Adds an entry, or changes the one with its code. */
  CodeEntry put(CodeEntry entry);

  /**
   * Removes an entry that no contract has ever used.
   *
   * @throws org.kartoteka.platform.api.problem.Refused when one does: then it can only be retired
   */
  void remove(CodeList list, String code);
}
