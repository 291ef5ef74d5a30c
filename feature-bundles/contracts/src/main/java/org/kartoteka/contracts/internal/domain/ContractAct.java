package org.kartoteka.contracts.internal.domain;

/** What can be done to a signed contract without leaving a record of its own. */
public enum ContractAct {
  RENEWED,
  TERMINATED,
  /** Its termination was withdrawn. */
  RESUMED
}
