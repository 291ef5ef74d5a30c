package org.kartoteka.commissions;

import java.math.BigDecimal;

/**
 * A step of a scale; what lies below the first one earns nothing.
 *
 * @param from the base at which it begins, this value included
 * @param percent the share; where a bonus stands it may be left out, and the share of the step
 *     below goes on
 * @param bonus an amount that comes on top once the base reaches the step, in the currency of the
 *     rule, such as for a quota that was met; null for none
 */
public record Tier(BigDecimal from, BigDecimal percent, BigDecimal bonus) {

  /** A step without a bonus. */
  public static Tier of(BigDecimal from, BigDecimal percent) {
    return new Tier(from, percent, null);
  }
}
