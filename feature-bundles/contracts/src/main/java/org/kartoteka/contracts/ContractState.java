package org.kartoteka.contracts;

/** Where a contract stands on a day; it follows from what was signed and from the calendar. */
public enum ContractState {
  /** Not signed yet. */
  DRAFT,
  /** Signed, begins later. */
  UPCOMING,
  /** In force. */
  ACTIVE,
  /** In force, but its end was declared. */
  UNDER_NOTICE,
  /** Its end was declared and has come. */
  TERMINATED,
  /** Its last day has passed and nothing renews it. */
  EXPIRED;

  /** Whether it was signed and has not ended. */
  public boolean isRunning() {
    return this == UPCOMING || this == ACTIVE || this == UNDER_NOTICE;
  }
}
