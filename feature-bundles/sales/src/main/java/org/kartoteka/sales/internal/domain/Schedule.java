package org.kartoteka.sales.internal.domain;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.kartoteka.core.api.trade.Billing;

/**
 * What is owed for a line of a contract, period by period. This is the definition; runs compute the
 * same for many schedules at once.
 *
 * @param line the key of the line
 * @param terms by day, none overlapping another
 */
public record Schedule(String line, Grid grid, List<Term> terms) {

  public Schedule {
    terms = List.copyOf(terms);
  }

  /** When there is something to be invoiced for the first time; null when never. */
  public LocalDate firstDue() {
    return terms.isEmpty() ? null : owed(grid.number(terms.get(0).from())).due();
  }

  /** All periods that are due by the day, the oldest first. */
  public List<Owed> due(LocalDate day) {
    List<Owed> owed = new ArrayList<>();
    if (!terms.isEmpty()) {
      int last = grid.number(day);
      for (int number = grid.number(terms.get(0).from()); number <= last; number++) {
        Owed one = owed(number);
        if (one != null && !one.due().isAfter(day)) {
          owed.add(one);
        }
        if (grid.months() == 0) {
          break;
        }
      }
    }
    return owed;
  }

  /** What is owed for the period of the number; null when nothing. */
  Owed owed(int number) {
    Period period = grid.period(number);
    List<Term> holding = new ArrayList<>();
    LocalDate first = null;
    LocalDate last = null;
    BigDecimal price = BigDecimal.ZERO;
    BigDecimal cost = BigDecimal.ZERO;
    for (Term term : terms) {
      Period part = term.within(period);
      if (part != null) {
        BigDecimal share = term.quantity().multiply(BigDecimal.valueOf(part.days()));
        price = price.add(share.multiply(term.unitPrice()));
        cost =
            cost == null || term.unitCost() == null
                ? null
                : cost.add(share.multiply(term.unitCost()));
        first = first == null ? part.from() : first;
        last = part.until();
        holding.add(term);
      }
    }
    if (holding.isEmpty()) {
      return null;
    }
    LocalDate due = grid.due() == Billing.Due.IN_ADVANCE ? first : last;
    return new Owed(
        period, new Period(first, last), due, price, cost, holding.size(), latest(holding));
  }

  private static Term latest(List<Term> terms) {
    return Objects.requireNonNull(terms.get(terms.size() - 1));
  }
}
