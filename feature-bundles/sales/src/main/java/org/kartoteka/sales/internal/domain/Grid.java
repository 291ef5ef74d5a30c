package org.kartoteka.sales.internal.domain;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import org.kartoteka.core.api.trade.Billing;

/**
 * The periods something is invoiced by. Period 0 begins with the base, each other so many months
 * before or after; a day that its month does not have is the month's last, and the periods after it
 * begin with the base's day again.
 *
 * @param months how many months a period has; 0 when there is one period, of the base day alone
 */
public record Grid(int months, Billing.Due due, LocalDate base) {

  public Grid {
    Objects.requireNonNull(due, "due");
    Objects.requireNonNull(base, "base");
    if (months < 0) {
      throw new IllegalArgumentException(months + " months");
    }
  }

  /** The period of the number. */
  public Period period(int number) {
    return months == 0
        ? new Period(base, base)
        : new Period(start(number), start(number + 1).minusDays(1));
  }

  /** The number of the period in which the day lies. */
  public int number(LocalDate day) {
    if (months == 0) {
      return 0;
    }
    int number = (int) Math.floorDiv(ChronoUnit.MONTHS.between(base, day), (long) months);
    while (start(number).isAfter(day)) {
      number--;
    }
    while (!start(number + 1).isAfter(day)) {
      number++;
    }
    return number;
  }

  private LocalDate start(int number) {
    return base.plusMonths((long) number * months);
  }
}
