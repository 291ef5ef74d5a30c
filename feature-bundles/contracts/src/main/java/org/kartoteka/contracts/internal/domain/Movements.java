package org.kartoteka.contracts.internal.domain;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.kartoteka.contracts.LineData;
import org.kartoteka.contracts.MovementKind;

/**
 * How a signed contract moves the balance: it is gained on the day of its signature with what is
 * owed on its first day, changed whenever that changes, and lost on its last day with all that is
 * owed then. Whatever happens, its movements sum up to nothing once it is over.
 */
public final class Movements {

  private final LocalDate signedOn;
  private final Validity validity;
  private final boolean ends;
  private final String currency;
  private final TermsHistory history;

  /**
   * The movements of a contract.
   *
   * @param terminated whether its end was declared, so that it does not renew itself
   */
  public Movements(
      LocalDate signedOn,
      Validity validity,
      boolean terminated,
      String currency,
      TermsHistory history) {
    this.signedOn = signedOn;
    this.validity = validity;
    this.ends = validity.endsOn() != null && (terminated || !validity.renewsItself());
    this.currency = currency;
    this.history = history;
  }

  /** The movements in the order of their days. */
  public List<Movement> list() {
    List<Movement> movements = new ArrayList<>();
    LocalDate first = validity.startsOn();
    Terms terms = history.on(first).terms();
    BigDecimal amount = Subscription.amount(terms, currency, first);
    BigDecimal cost = Subscription.cost(terms, currency, first);
    movements.add(movement(MovementKind.GAINED, signedOn, terms, 1, amount, cost));
    for (LocalDate day : days()) {
      terms = history.on(day).terms();
      BigDecimal now = Subscription.amount(terms, currency, day);
      BigDecimal spent = Subscription.cost(terms, currency, day);
      if (now.compareTo(amount) != 0 || spent.compareTo(cost) != 0) {
        movements.add(
            movement(
                MovementKind.CHANGED,
                later(day, signedOn),
                terms,
                0,
                now.subtract(amount),
                spent.subtract(cost)));
        amount = now;
        cost = spent;
      }
    }
    if (ends) {
      LocalDate last = validity.endsOn();
      movements.add(
          movement(
              MovementKind.LOST,
              later(last, signedOn),
              history.on(last).terms(),
              -1,
              amount.negate(),
              cost.negate()));
    }
    return movements;
  }

  /** The days after the first, up to the last, on which something may change. */
  private Set<LocalDate> days() {
    Set<LocalDate> days = new TreeSet<>();
    for (TermsHistory.Version version : history.versions()) {
      days.add(version.since());
      for (LineData line : version.terms().lines()) {
        days.add(line.from());
        if (line.until() != null) {
          days.add(line.until().plusDays(1));
        }
      }
    }
    days.removeIf(
        day -> !day.isAfter(validity.startsOn()) || (ends && day.isAfter(validity.endsOn())));
    return days;
  }

  private static Movement movement(
      MovementKind kind,
      LocalDate day,
      Terms terms,
      int number,
      BigDecimal amount,
      BigDecimal cost) {
    return new Movement(
        kind, day, terms.packageType(), terms.salesperson(), terms.branch(), number, amount, cost);
  }

  private static LocalDate later(LocalDate one, LocalDate other) {
    return one.isAfter(other) ? one : other;
  }
}
