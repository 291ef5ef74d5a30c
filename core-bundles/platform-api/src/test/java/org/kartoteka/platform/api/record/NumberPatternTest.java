package org.kartoteka.platform.api.record;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class NumberPatternTest {

  private static final LocalDate DAY = LocalDate.of(2026, 3, 31);

  @Test
  void the_parts_of_the_day_and_the_counter_stand_in_the_number() {
    assertEquals("K/2026/0007", new NumberPattern("K/{yyyy}/{nnnn}").number(DAY, 7));
    assertEquals("26-03-7", new NumberPattern("{yy}-{mm}-{n}").number(DAY, 7));
    assertEquals("K/2026/12345", new NumberPattern("K/{yyyy}/{nnnn}").number(DAY, 12345));
  }

  @Test
  void it_counts_anew_when_the_rest_of_the_number_is_another() {
    NumberPattern yearly = new NumberPattern("K/{yyyy}/{nnnn}");

    assertEquals(yearly.period(DAY), yearly.period(DAY.plusMonths(3)));
    assertNotEquals(yearly.period(DAY), yearly.period(DAY.plusYears(1)));
  }

  @Test
  void a_pattern_has_one_counter_and_no_unknown_braces() {
    for (String pattern : List.of("{n}", "K/{yyyy}/{nnnn}", "{mm}.{nn}")) {
      assertTrue(new NumberPattern(pattern).isValid(), pattern);
    }
    for (String pattern :
        List.of("K", "{n}{n}", "{n}/{x}", "{n", "{n}}", "{N}", "{nnnnnnnnnnnnn}")) {
      assertFalse(new NumberPattern(pattern).isValid(), pattern);
    }
  }
}
