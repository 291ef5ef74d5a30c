package org.kartoteka.sales;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.Optional;
import org.kartoteka.platform.api.data.Page;
import org.kartoteka.platform.api.data.PageRequest;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Rates of exchange of the day into the home currency. Reading is free to the signed-in, writing
 * needs {@code sales.catalogue.change}. A rate at which an invoice was posted is never rewritten:
 * that of a later day follows it.
 */
@ProviderType
public interface ExchangeRates {

  /** The home currency, a setting. */
  Currency home();

  /**
   * A page of rates. Sorts: {@code day} (default, the latest first), {@code currency}, {@code
   * rate}.
   */
  Page<ExchangeRate> page(ExchangeRateQuery query, PageRequest request);

  /** How many match, counted up to the given number at most. */
  long count(ExchangeRateQuery query, long atMost);

  /**
   * Enters or changes the rate of a day.
   *
   * @throws org.kartoteka.platform.api.problem.Refused when an invoice was posted at it
   */
  void set(ExchangeRate rate);

  /**
   * Removes the rate of a day.
   *
   * @throws org.kartoteka.platform.api.problem.NotFound when there is none
   * @throws org.kartoteka.platform.api.problem.Refused when an invoice was posted at it
   */
  void remove(Currency currency, LocalDate day);

  /**
   * The rate that holds on the day: that of the day or the latest before; 1 for the home currency;
   * empty when none is known.
   */
  Optional<BigDecimal> on(Currency currency, LocalDate day);
}
