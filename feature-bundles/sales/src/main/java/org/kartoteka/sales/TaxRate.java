package org.kartoteka.sales;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * A rate of tax.
 *
 * @param code such as {@code 23} or {@code zw}
 * @param validFrom the first day on which it holds, until the next of the same code
 * @param percent 0 to 100
 */
public record TaxRate(String code, LocalDate validFrom, BigDecimal percent) {}
