package org.kartoteka.contracts;

/** Short lists that a company defines for its contracts. */
public enum CodeList {
  /** The packages that are sold. */
  PACKAGE,
  /** Why contracts end. */
  TERMINATION_REASON
}
