package org.kartoteka.sales.internal.billing;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.kartoteka.platform.api.money.Money;
import org.kartoteka.sales.internal.data.BillingRows.Billed;
import org.kartoteka.sales.internal.data.BillingRows.Due;
import org.kartoteka.sales.internal.data.BillingRows.Invoiced;
import org.kartoteka.sales.internal.domain.Owed;

/**
 * What is to be invoiced of a period, or taken back: what is owed less what was invoiced.
 *
 * @param net not zero
 * @param cost null when it is not known
 * @param turn how often something was invoiced, or taken back, of the period before
 * @param lowered the line from which it is taken back; null when it is to be invoiced
 */
record DueAmount(Due due, Money net, BigDecimal cost, int turn, Invoiced lowered) {

  /** Whether more was invoiced of the period than is owed. */
  static boolean isTooMuch(Due due) {
    return due.billed() != null && net(due).signum() < 0;
  }

  /**
   * What is to be invoiced of the period; nothing when it was invoiced as it should.
   *
   * @param invoiced what is left of the lines in which it was invoiced, the latest first: what
   *     people credited by hand is not taken back again
   */
  static List<DueAmount> of(Due due, List<Invoiced> invoiced) {
    if (isTooMuch(due)) {
      return takenBack(due, invoiced);
    }
    Money net = net(due);
    int turn = due.billed() == null ? 0 : due.billed().turns();
    return net.signum() == 0 ? List.of() : List.of(new DueAmount(due, net, cost(due), turn, null));
  }

  private static List<DueAmount> takenBack(Due due, List<Invoiced> invoiced) {
    List<DueAmount> amounts = new ArrayList<>();
    BigDecimal left = invoiced.stream().map(Invoiced::net).reduce(BigDecimal.ZERO, BigDecimal::add);
    BigDecimal rest = left.subtract(owed(due).amount());
    BigDecimal cost = cost(due);
    for (Invoiced line : invoiced) {
      BigDecimal part = rest.min(line.net());
      if (part.signum() > 0) {
        BigDecimal ofCost =
            cost == null || line.cost() == null ? null : cost.max(line.cost().negate());
        Money net = new Money(part.negate(), due.currency());
        amounts.add(new DueAmount(due, net, ofCost, due.billed().turns() + amounts.size(), line));
        rest = rest.subtract(part);
        cost = ofCost == null ? null : cost.subtract(ofCost);
      }
    }
    return amounts;
  }

  private static Money net(Due due) {
    return due.billed() == null
        ? owed(due)
        : owed(due).minus(new Money(due.billed().net(), due.currency()));
  }

  private static Money owed(Due due) {
    return due.owed() == null ? Money.zero(due.currency()) : due.owed().net(due.currency());
  }

  private static BigDecimal cost(Due due) {
    Owed owed = due.owed();
    Billed billed = due.billed();
    Money now = owed == null ? Money.zero(due.currency()) : owed.cost(due.currency());
    if (now == null || billed == null) {
      return now == null ? null : now.amount();
    }
    return billed.cost() == null ? null : now.amount().subtract(billed.cost());
  }

  /** Whether something was invoiced of the period before. */
  boolean isDifference() {
    return due.billed() != null;
  }

  LocalDate from() {
    return due.owed() == null ? due.period().from() : due.owed().days().from();
  }

  LocalDate until() {
    return due.owed() == null ? due.period().until() : due.owed().days().until();
  }
}
