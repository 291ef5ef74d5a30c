package org.kartoteka.sales;

/** How far a document is. */
public enum DocumentState {
  /** Can be changed, has no number. */
  DRAFT,
  /** Has its number and is owed. */
  POSTED,
  /** An invoice of which corrections left nothing. */
  CANCELLED
}
