package org.kartoteka.competitors;

/** Where our reaction to a strategy change stands. */
public enum ReactionState {
  /** Nobody has decided yet what to do. */
  UNDECIDED,
  /** Decided but not done. */
  PLANNED,
  /** Done. */
  TAKEN,
  /** We leave it as it is. */
  NOT_NEEDED;

  /** Whether something is still to be decided or done. */
  public boolean isOpen() {
    return this == UNDECIDED || this == PLANNED;
  }
}
