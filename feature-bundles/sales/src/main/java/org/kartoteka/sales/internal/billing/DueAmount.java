package org.kartoteka.sales.internal.billing;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.kartoteka.platform.api.money.Money;
import org.kartoteka.sales.internal.data.BillingRows.Billed;
import org.kartoteka.sales.internal.data.BillingRows.Due;
import org.kartoteka.sales.internal.domain.Owed;

/**
 * What is to be invoiced of a period: what is owed less what was invoiced.
 *
 * @param net not zero, otherwise there is nothing to be invoiced
 * @param cost null when it is not known
 */
record DueAmount(Due due, Money net, BigDecimal cost) {

  static DueAmount of(Due due) {
    Owed owed = due.owed();
    Billed billed = due.billed();
    Money now = owed == null ? Money.zero(due.currency()) : owed.net(due.currency());
    BigDecimal cost =
        owed == null
            ? BigDecimal.ZERO
            : owed.cost() == null ? null : owed.cost(due.currency()).amount();
    if (billed == null) {
      return new DueAmount(due, now, cost);
    }
    return new DueAmount(
        due,
        now.minus(new Money(billed.net(), due.currency())),
        cost == null || billed.cost() == null ? null : cost.subtract(billed.cost()));
  }

  boolean isNothing() {
    return net.signum() == 0;
  }

  /** Whether something was invoiced of the period before. */
  boolean isDifference() {
    return due.billed() != null;
  }

  /** Whether an invoice of before is to be lowered. */
  boolean takesBack() {
    return isDifference() && net.signum() < 0;
  }

  int turn() {
    return due.billed() == null ? 0 : due.billed().turns();
  }

  LocalDate from() {
    return due.owed() == null ? due.period().from() : due.owed().days().from();
  }

  LocalDate until() {
    return due.owed() == null ? due.period().until() : due.owed().days().until();
  }
}
