package org.kartoteka.commissions.internal.domain;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.kartoteka.commissions.Clawback;

/**
 * What commissions know of a contract.
 *
 * @param type the code of its type; null when nobody knows
 * @param startsOn its first day; null when nobody knows
 * @param endedOn its last day if it was terminated; null otherwise
 * @param invoice on a deal: which invoice of the contract this is, from 1; 0 on the contract itself
 */
public record ContractFacts(String type, LocalDate startsOn, LocalDate endedOn, int invoice) {

  /** The same, terminated; or, without a day, not terminated after all. */
  public ContractFacts ended(LocalDate day) {
    return new ContractFacts(type, startsOn, day, invoice);
  }

  /** The same for its invoice of that number. */
  public ContractFacts onInvoice(int number) {
    return new ContractFacts(type, startsOn, endedOn, number);
  }

  /** Which part of a commission stays, from 0 to 1. */
  BigDecimal kept(Clawback clawback) {
    if (clawback == null || startsOn == null || endedOn == null) {
      return BigDecimal.ONE;
    }
    LocalDate enough = startsOn.plusMonths(clawback.months());
    LocalDate afterwards = endedOn.plusDays(1);
    if (!afterwards.isBefore(enough)) {
      return BigDecimal.ONE;
    }
    long served = ChronoUnit.DAYS.between(startsOn, afterwards);
    if (!clawback.proRata() || served <= 0) {
      return BigDecimal.ZERO;
    }
    return BigDecimal.valueOf(served)
        .divide(
            BigDecimal.valueOf(ChronoUnit.DAYS.between(startsOn, enough)), MathContext.DECIMAL128);
  }
}
