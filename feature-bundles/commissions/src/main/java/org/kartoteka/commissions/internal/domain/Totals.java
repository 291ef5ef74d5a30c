package org.kartoteka.commissions.internal.domain;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;

/** What was reckoned so far, by claim and by period. For one thread. */
public class Totals {

  private final Map<ClaimKey, Total> claims = new HashMap<>();
  private final Map<PeriodKey, BigDecimal> periods = new HashMap<>();

  /** What a claim came to so far. */
  public final Total claim(ClaimKey key) {
    return claims.getOrDefault(key, Total.ZERO);
  }

  /** The bases that were added up in a period so far. */
  public final BigDecimal period(PeriodKey key) {
    return periods.computeIfAbsent(key, this::known);
  }

  /** Takes note of what a claim came to. */
  public final void put(ClaimKey key, Total total) {
    claims.put(key, total);
  }

  /** The periods that were asked for or changed. */
  public final Map<PeriodKey, BigDecimal> periods() {
    return periods;
  }

  /** The bases of a period that was not asked for yet. */
  protected BigDecimal known(PeriodKey key) {
    return BigDecimal.ZERO;
  }

  final void add(ClaimKey key, BigDecimal base, BigDecimal amount) {
    claims.put(key, claim(key).plus(base, amount));
  }

  final void add(PeriodKey key, BigDecimal base) {
    periods.put(key, period(key).add(base));
  }
}
