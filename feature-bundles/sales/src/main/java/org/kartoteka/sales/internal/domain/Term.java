package org.kartoteka.sales.internal.domain;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.kartoteka.core.api.trade.ContractLine;

/**
 * What a line costs from a day on.
 *
 * @param until the last day; null until further notice
 */
public record Term(
    LocalDate from,
    LocalDate until,
    String product,
    String name,
    BigDecimal quantity,
    String unit,
    BigDecimal unitPrice,
    BigDecimal unitCost,
    String taxCode) {

  static Term of(ContractLine line, LocalDate from) {
    return new Term(
        from,
        line.until(),
        line.product(),
        line.name(),
        line.quantity(),
        line.unit(),
        line.unitPrice(),
        line.unitCost(),
        line.taxCode());
  }

  /** The same, not beyond the day; null when nothing is left. */
  Term notBeyond(LocalDate day) {
    if (day == null || until != null && !until.isAfter(day)) {
      return this;
    }
    return day.isBefore(from)
        ? null
        : new Term(from, day, product, name, quantity, unit, unitPrice, unitCost, taxCode);
  }

  /** Both as one when the other goes on with the same; null when it does not. */
  Term joined(Term next) {
    Term both =
        new Term(from, next.until, product, name, quantity, unit, unitPrice, unitCost, taxCode);
    boolean goesOn = until != null && until.plusDays(1).equals(next.from);
    return goesOn && next.startingOn(from).equals(both) ? both : null;
  }

  /** The days of the period on which it holds; null when on none. */
  Period within(Period period) {
    LocalDate first = from.isAfter(period.from()) ? from : period.from();
    LocalDate last = until == null || until.isAfter(period.until()) ? period.until() : until;
    return last.isBefore(first) ? null : new Period(first, last);
  }

  private Term startingOn(LocalDate day) {
    return new Term(day, until, product, name, quantity, unit, unitPrice, unitCost, taxCode);
  }
}
