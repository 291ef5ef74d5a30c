package org.kartoteka.commissions;

/** How far a commission has come (MON-10). */
public enum AccrualState {
  /** It was reckoned from an event and waits for a decision. */
  CALCULATED,
  /** Somebody granted it. */
  GRANTED,
  /** Somebody refused it, with a reason. */
  REFUSED,
  /** It stands in a statement. */
  SETTLED,
  /** Its statement was paid. */
  PAID
}
