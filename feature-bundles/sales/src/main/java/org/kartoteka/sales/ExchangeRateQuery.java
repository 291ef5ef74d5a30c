package org.kartoteka.sales;

import java.time.LocalDate;
import java.util.Currency;

/**
 * Which rates of exchange; null does not narrow.
 *
 * @param from the first day
 * @param to the last day
 */
public record ExchangeRateQuery(Currency currency, LocalDate from, LocalDate to) {

  /** All of them. */
  public static ExchangeRateQuery all() {
    return new ExchangeRateQuery(null, null, null);
  }
}
