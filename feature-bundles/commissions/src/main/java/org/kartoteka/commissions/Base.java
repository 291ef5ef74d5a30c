package org.kartoteka.commissions;

/** What a commission is reckoned on (MON-11). */
public enum Base {
  /** What is paid for a month, or the invoiced lines of recurring services. */
  SUBSCRIPTION,
  /** The amount without tax. */
  NET,
  /** The amount without tax less the cost; never below zero in a line. */
  MARGIN,
  /** What a formula says. */
  FORMULA
}
