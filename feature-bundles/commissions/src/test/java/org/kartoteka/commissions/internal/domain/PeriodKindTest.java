package org.kartoteka.commissions.internal.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kartoteka.commissions.Period;
import org.kartoteka.commissions.PeriodKind;

class PeriodKindTest {

  @ParameterizedTest
  @CsvSource({
    "HALF_MONTH, 2026-02-15, 2026-02-01, 2026-02-15",
    "HALF_MONTH, 2026-02-16, 2026-02-16, 2026-02-28",
    "HALF_MONTH, 2028-02-29, 2028-02-16, 2028-02-29",
    "HALF_MONTH, 2026-12-31, 2026-12-16, 2026-12-31",
    "HALF_MONTH, 2026-04-30, 2026-04-16, 2026-04-30",
    "MONTH,      2028-02-10, 2028-02-01, 2028-02-29",
    "MONTH,      2100-02-10, 2100-02-01, 2100-02-28",
    "QUARTER,    2026-06-30, 2026-04-01, 2026-06-30",
    "QUARTER,    2026-12-31, 2026-10-01, 2026-12-31",
    "HALF_YEAR,  2026-07-01, 2026-07-01, 2026-12-31",
    "HALF_YEAR,  2026-06-30, 2026-01-01, 2026-06-30",
    "YEAR,       2028-12-31, 2028-01-01, 2028-12-31"
  })
  void first_and_last_days(PeriodKind kind, LocalDate day, LocalDate from, LocalDate until) {
    assertEquals(new Period(from, until), kind.of(day));
  }

  @Test
  void periods_of_a_kind_follow_one_another_without_gap() {
    for (PeriodKind kind : PeriodKind.values()) {
      LocalDate day = LocalDate.of(2023, 1, 1);
      while (day.getYear() < 2033) {
        Period period = kind.of(day);
        assertEquals(day, period.from(), kind + " " + day);
        assertTrue(period.holds(period.until()) && !period.holds(period.until().plusDays(1)));
        assertEquals(period, kind.of(period.until()));
        day = period.until().plusDays(1);
      }
    }
  }
}
