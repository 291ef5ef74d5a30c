package org.kartoteka.contracts.internal.domain;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.kartoteka.core.api.trade.ContractTerms;

/** What is owed and spent for a month by the lines of a contract. */
public final class Subscription {

  private Subscription() {}

  /** What is owed for a month on the day. */
  public static BigDecimal amount(Terms terms, String currency, LocalDate day) {
    return told(terms, currency, day).monthlyAmount(day);
  }

  /** What that costs us. */
  public static BigDecimal cost(Terms terms, String currency, LocalDate day) {
    return told(terms, currency, day).monthlyCost(day);
  }

  private static ContractTerms told(Terms terms, String currency, LocalDate day) {
    return Told.terms("", new Validity(day, null, null, null), currency, terms);
  }
}
