package org.kartoteka.sales;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;

/**
 * A rate of exchange.
 *
 * @param rate what one unit costs in the home currency
 */
public record ExchangeRate(Currency currency, LocalDate day, BigDecimal rate) {}
