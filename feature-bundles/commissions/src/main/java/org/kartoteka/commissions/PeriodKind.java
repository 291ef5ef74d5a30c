package org.kartoteka.commissions;

import java.time.LocalDate;
import java.time.YearMonth;

/** The periods by which people are paid and by which bases are added up. */
public enum PeriodKind {
  /** From the 1st to the 15th, and from the 16th to the last day of the month. */
  HALF_MONTH(0),
  MONTH(1),
  QUARTER(3),
  HALF_YEAR(6),
  YEAR(12);

  private static final int MIDDLE = 15;

  private final int months;

  PeriodKind(int months) {
    this.months = months;
  }

  /** The period that a day lies in. */
  public Period of(LocalDate day) {
    if (months == 0) {
      return day.getDayOfMonth() <= MIDDLE
          ? new Period(day.withDayOfMonth(1), day.withDayOfMonth(MIDDLE))
          : new Period(day.withDayOfMonth(MIDDLE + 1), YearMonth.from(day).atEndOfMonth());
    }
    int first = (day.getMonthValue() - 1) / months * months + 1;
    YearMonth start = YearMonth.of(day.getYear(), first);
    return new Period(start.atDay(1), start.plusMonths(months - 1L).atEndOfMonth());
  }
}
