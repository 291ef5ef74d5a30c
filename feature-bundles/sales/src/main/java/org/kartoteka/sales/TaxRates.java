package org.kartoteka.sales;

import java.time.LocalDate;
import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Rates of tax by date. Reading is free to the signed-in, writing needs {@code
 * sales.catalogue.change}.
 */
@ProviderType
public interface TaxRates {

  /** All rates by code and day. */
  List<TaxRate> all();

  /** Adds a rate, or changes its percentage; documents keep theirs. */
  void set(TaxRate rate);

  /** Removes a rate; documents keep theirs. */
  void remove(String code, LocalDate validFrom);
}
