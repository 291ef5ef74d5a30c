package org.kartoteka.contracts.internal.domain;

import java.util.Currency;
import org.kartoteka.contracts.LineData;
import org.kartoteka.core.api.trade.ContractTerms;

/** Terms in the words that all bundles share. */
public final class Told {

  private Told() {}

  /** The terms of a contract of a type. */
  public static ContractTerms terms(String type, Validity validity, String currency, Terms terms) {
    return new ContractTerms(
        type,
        terms.packageType(),
        terms.salesperson(),
        terms.branch(),
        validity.startsOn(),
        validity.endsOn(),
        Currency.getInstance(currency),
        terms.lines().stream().map(LineData::toLine).toList());
  }
}
