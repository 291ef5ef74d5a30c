package org.kartoteka.sales;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * A rate of tax with its time.
 *
 * @param code such as {@code 23} or {@code zw}
 * @param validFrom the first day on which it holds
 * @param validUntil the last one, before the next rate of the same code; null until further notice
 * @param percent 0 to 100
 */
public record TaxRateView(
    String code, LocalDate validFrom, LocalDate validUntil, BigDecimal percent) {

  /** What people can change of it. */
  public TaxRate data() {
    return new TaxRate(code, validFrom, percent);
  }
}
