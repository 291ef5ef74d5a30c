package org.kartoteka.core.api.retention;

/** How the review of a record stands. */
public enum RetentionState {
  /** Somebody has to decide. */
  DUE,
  /** It is kept until a day. */
  KEPT,
  /** It was erased. */
  ERASED
}
