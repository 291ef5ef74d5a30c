package org.kartoteka.sales.internal.domain;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Currency;
import org.kartoteka.platform.api.money.Money;

/**
 * What is owed for a period.
 *
 * @param period the whole period
 * @param days from the first to the last day on which something is owed
 * @param due when it is to be invoiced
 * @param price the price of the whole period times the days it holds, summed over the terms
 * @param cost likewise what it costs us; null when that is not known
 * @param terms how many terms hold within the period
 * @param latest the last of them
 */
public record Owed(
    Period period,
    Period days,
    LocalDate due,
    BigDecimal price,
    BigDecimal cost,
    int terms,
    Term latest) {

  private static final int EXACT = 20;

  /** The net amount. */
  public Money net(Currency currency) {
    return share(price, currency);
  }

  /** What it costs us; null when that is not known. */
  public Money cost(Currency currency) {
    return cost == null ? null : share(cost, currency);
  }

  /** Whether the price of one term is owed for the whole period. */
  public boolean isWhole() {
    return terms == 1 && days.equals(period);
  }

  private Money share(BigDecimal timesDays, Currency currency) {
    BigDecimal exact =
        timesDays.divide(BigDecimal.valueOf(period.days()), EXACT, RoundingMode.HALF_UP);
    return new Money(exact, currency).rounded();
  }
}
