package org.kartoteka.contracts;

/** How a contract moves the balance. */
public enum MovementKind {
  /** It was concluded. */
  GAINED,
  /** What is owed for a month changed. */
  CHANGED,
  /** It ended. */
  LOST
}
