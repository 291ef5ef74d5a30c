package org.kartoteka.commissions;

/** How a commission follows from its base. */
public enum RateKind {
  /** An amount. */
  FIXED,
  /** A share of the base. */
  PERCENT,
  /** The whole base gets the share of the tier it falls in, and that tier's bonus. */
  TIERS_WHOLE,
  /**
   * Each part of the base gets the share of the tier it falls in, and the bonuses of all reached.
   */
  TIERS_MARGINAL
}
