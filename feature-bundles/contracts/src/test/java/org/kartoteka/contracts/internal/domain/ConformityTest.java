package org.kartoteka.contracts.internal.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.kartoteka.contracts.LineData;
import org.kartoteka.contracts.OrderConformity;
import org.kartoteka.contracts.OrderLine;
import org.kartoteka.contracts.TariffLine;
import org.kartoteka.core.api.trade.Billing;

class ConformityTest {

  private static final LocalDate DAY = LocalDate.of(2026, 3, 31);

  private final Conformity conformity =
      new Conformity(
          List.of(
              tariff("Old", DAY.minusMonths(2), null, 1, price("A", "10", null, null)),
              tariff(
                  "New",
                  DAY.minusMonths(1),
                  null,
                  2,
                  price("a", "9", "1", "99"),
                  price("A", "8", "100", "500")),
              tariff("Past", DAY.minusMonths(3), DAY.minusDays(1), 3, price("A", "1", null, null)),
              tariff("Next", DAY.plusDays(1), null, 4, price("A", "2", null, null))),
          new Terms(null, null, null, List.of(line("B", "50", "3"), line("A", "7", "1"))),
          DAY);

  @Test
  void the_latest_tariff_of_the_day_speaks_before_older_ones_and_the_contract() {
    assertEquals("CONFORMS 9 New", check("A", "5", "9"));
    assertEquals("DEARER 9 New", check("A", "5", "9.01"));
    assertEquals("CHEAPER 9 New", check("A", "5", "7"));
  }

  @Test
  void prices_hold_within_their_quantities() {
    assertEquals("CONFORMS 8 New", check("A", "100", "8.00"));
    assertEquals("TOO_MANY 8 New", check("A", "501", "8"));
    assertEquals("TOO_MANY 9 New", check("A", "99.5", "9"));
    assertEquals("TOO_FEW 9 New", check("A", "0.5", "9"));
  }

  @Test
  void lines_of_the_contract_speak_where_no_tariff_does() {
    assertEquals("CONFORMS 50 null", check("b ", "3", "50"));
    assertEquals("TOO_MANY 50 null", check("B", "4", "50"));
    assertEquals("NOT_AGREED null null", check("C", "1", "1"));
  }

  private String check(String product, String quantity, String price) {
    OrderConformity.LineConformity line =
        conformity.of(1, new OrderLine(product, new BigDecimal(quantity), new BigDecimal(price)));
    return line.verdict() + " " + line.agreedPrice() + " " + line.agreedIn();
  }

  private static Conformity.Tariff tariff(
      String name, LocalDate from, LocalDate until, long place, TariffLine... lines) {
    return new Conformity.Tariff(name, from, until, place, List.of(lines));
  }

  private static TariffLine price(String product, String price, String min, String max) {
    return new TariffLine(
        product,
        null,
        null,
        new BigDecimal(price),
        min == null ? null : new BigDecimal(min),
        max == null ? null : new BigDecimal(max));
  }

  private static LineData line(String product, String price, String quantity) {
    return new LineData(
        product,
        product,
        product,
        new BigDecimal(quantity),
        null,
        new BigDecimal(price),
        null,
        null,
        1,
        Billing.Due.IN_ADVANCE,
        null,
        DAY.minusYears(1),
        null);
  }
}
