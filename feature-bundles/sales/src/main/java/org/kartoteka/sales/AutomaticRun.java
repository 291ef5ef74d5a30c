package org.kartoteka.sales;

/** How recurring invoices come about. */
public enum AutomaticRun {
  /** When somebody starts a run. */
  BY_HAND,
  /** Every day, as drafts. */
  DRAFTS,
  /** Every day, and posted at once. */
  POSTED
}
