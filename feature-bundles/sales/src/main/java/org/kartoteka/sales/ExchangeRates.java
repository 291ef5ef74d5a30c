package org.kartoteka.sales;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Rates of exchange of the day into the home currency. Reading is free to the signed-in, writing
 * needs {@code sales.catalogue.change}.
 */
@ProviderType
public interface ExchangeRates {

  /** The home currency, a setting. */
  Currency home();

  /** The rates of a currency, the latest first. */
  List<ExchangeRate> of(Currency currency, int atMost);

  /** Enters or changes the rate of a day. */
  void set(ExchangeRate rate);

  /**
   * The rate that holds on the day: that of the day or the latest before; 1 for the home currency;
   * empty when none is known.
   */
  Optional<BigDecimal> on(Currency currency, LocalDate day);
}
