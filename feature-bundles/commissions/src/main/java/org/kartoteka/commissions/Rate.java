package org.kartoteka.commissions;

import java.math.BigDecimal;
import java.util.List;

/**
 * How a commission follows from its base.
 *
 * @param value the amount of {@link RateKind#FIXED}, the share of {@link RateKind#PERCENT}
 * @param tiers of the tiered kinds, in rising order
 * @param per the period over which bases are added up before the rate applies; null for each
 *     document by itself
 */
public record Rate(RateKind kind, BigDecimal value, List<Tier> tiers, PeriodKind per) {

  public Rate {
    tiers = tiers == null ? List.of() : List.copyOf(tiers);
  }

  /** An amount for each document. */
  public static Rate fixed(BigDecimal amount) {
    return new Rate(RateKind.FIXED, amount, null, null);
  }

  /** A share of each document. */
  public static Rate percent(BigDecimal share) {
    return new Rate(RateKind.PERCENT, share, null, null);
  }
}
