package org.kartoteka.sales;

import java.time.LocalDate;
import java.util.List;
import org.kartoteka.platform.api.data.Page;
import org.kartoteka.platform.api.data.PageRequest;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Rates of tax by date. Reading is free to the signed-in, writing needs {@code
 * sales.catalogue.change}. A rate by which a posted invoice was taxed is never rewritten: a later
 * one of the same code follows it.
 */
@ProviderType
public interface TaxRates {

  /** All rates by code and day; a company has tens of them. */
  List<TaxRate> all();

  /** A page of rates. Sorts: {@code code} (default, then by day), {@code validFrom}. */
  Page<TaxRateView> page(TaxRateQuery query, PageRequest request);

  /** How many match, counted up to the given number at most. */
  long count(TaxRateQuery query, long atMost);

  /**
   * Adds a rate, or changes its percentage; drafts keep theirs.
   *
   * @throws org.kartoteka.platform.api.problem.Refused when a posted invoice was taxed by it
   */
  void set(TaxRate rate);

  /**
   * Removes a rate; drafts keep theirs.
   *
   * @throws org.kartoteka.platform.api.problem.NotFound when there is none
   * @throws org.kartoteka.platform.api.problem.Refused when a posted invoice was taxed by it
   */
  void remove(String code, LocalDate validFrom);
}
