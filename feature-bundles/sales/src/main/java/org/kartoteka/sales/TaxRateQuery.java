package org.kartoteka.sales;

import java.time.LocalDate;

/**
 * Which rates of tax; null does not narrow.
 *
 * @param code in whole
 * @param day on which they hold
 */
public record TaxRateQuery(String code, LocalDate day) {

  /** All of them. */
  public static TaxRateQuery all() {
    return new TaxRateQuery(null, null);
  }
}
