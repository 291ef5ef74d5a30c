package org.kartoteka.sales.internal.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.kartoteka.core.api.trade.Billing;

class GridTest {

  @Test
  void a_month_that_begins_on_the_31st_ends_with_shorter_months_and_comes_back() {
    Grid grid = grid(1, "2025-12-31");

    assertEquals(period("2025-12-31", "2026-01-30"), grid.period(0));
    assertEquals(period("2026-01-31", "2026-02-27"), grid.period(1));
    assertEquals(period("2026-02-28", "2026-03-30"), grid.period(2));
    assertEquals(period("2026-03-31", "2026-04-29"), grid.period(3));
  }

  @Test
  void the_leap_day_begins_a_period_only_in_leap_years() {
    Grid grid = grid(12, "2024-02-29");

    assertEquals(period("2024-02-29", "2025-02-27"), grid.period(0));
    assertEquals(period("2025-02-28", "2026-02-27"), grid.period(1));
    assertEquals(period("2028-02-29", "2029-02-27"), grid.period(4));
    assertEquals(366, grid(12, "2024-01-01").period(0).days());
  }

  @Test
  void periods_before_the_base_are_counted_backwards() {
    Grid quarters = grid(3, "2026-01-01");

    assertEquals(period("2025-10-01", "2025-12-31"), quarters.period(-1));
    assertEquals(-1, quarters.number(day("2025-12-31")));
    assertEquals(-2, quarters.number(day("2025-09-30")));
  }

  @Test
  void every_day_lies_in_the_period_of_its_number() {
    Random random = new Random(5);
    for (int i = 0; i < 20_000; i++) {
      LocalDate base = day("2020-01-01").plusDays(random.nextInt(3000));
      LocalDate day = day("2018-01-01").plusDays(random.nextInt(5000));
      Grid grid = new Grid(1 + random.nextInt(24), Billing.Due.IN_ADVANCE, base);

      Period period = grid.period(grid.number(day));

      assertTrue(!day.isBefore(period.from()) && !day.isAfter(period.until()), grid + " " + day);
      assertEquals(period.until().plusDays(1), grid.period(grid.number(day) + 1).from());
    }
  }

  @Test
  void what_is_invoiced_once_has_one_period_of_a_day() {
    assertEquals(period("2026-03-05", "2026-03-05"), grid(0, "2026-03-05").period(0));
    assertEquals(0, grid(0, "2026-03-05").number(day("2030-01-01")));
  }

  private static Grid grid(int months, String base) {
    return new Grid(months, Billing.Due.IN_ADVANCE, day(base));
  }

  private static Period period(String from, String until) {
    return new Period(day(from), day(until));
  }

  private static LocalDate day(String day) {
    return LocalDate.parse(day);
  }
}
