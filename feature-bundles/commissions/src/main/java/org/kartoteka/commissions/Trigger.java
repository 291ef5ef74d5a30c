package org.kartoteka.commissions;

/** When a commission is earned (MON-12). */
public enum Trigger {
  /** When the contract is signed. */
  SIGNATURE,
  /** When the invoice is posted. */
  POSTING,
  /** When the customer pays, pro rata of what was paid. */
  PAYMENT
}
