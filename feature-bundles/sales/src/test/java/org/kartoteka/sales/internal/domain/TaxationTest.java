package org.kartoteka.sales.internal.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.kartoteka.platform.api.problem.Findings;
import org.kartoteka.sales.CorrectionData.CorrectedLine;
import org.kartoteka.sales.LineView;
import org.kartoteka.sales.TaxRate;

class TaxationTest {

  private static final Currency PLN = Currency.getInstance("PLN");
  private static final Taxation.Rate FULL = rate("23");

  @Test
  void the_tax_is_that_of_the_sum_and_the_largest_line_takes_the_rest() {
    List<Taxation.Taxed> lines =
        List.of(taxed("0.10", FULL), taxed("0.30", FULL), taxed("0.10", FULL));

    assertEquals(
        List.of(new BigDecimal("0.02"), new BigDecimal("0.08"), new BigDecimal("0.02")),
        Taxation.of(lines, PLN));
  }

  @Test
  void each_rate_is_summed_for_itself() {
    List<Taxation.Taxed> lines =
        List.of(taxed("0.02", FULL), taxed("0.02", rate("8")), taxed("0.02", FULL));

    assertEquals(
        List.of(new BigDecimal("0.01"), new BigDecimal("0.00"), new BigDecimal("0.00")),
        Taxation.of(lines, PLN));
  }

  @Test
  void the_shares_of_any_lines_sum_to_the_tax_of_their_sum() {
    Random random = new Random(1);
    for (int i = 0; i < 5_000; i++) {
      List<Taxation.Taxed> lines = new ArrayList<>();
      BigDecimal sum = BigDecimal.ZERO;
      for (int line = 1 + random.nextInt(30); line > 0; line--) {
        BigDecimal net = BigDecimal.valueOf(random.nextInt(100_000) - 20_000, 2);
        sum = sum.add(net);
        lines.add(new Taxation.Taxed(net, FULL));
      }

      BigDecimal tax = Taxation.of(lines, PLN).stream().reduce(BigDecimal.ZERO, BigDecimal::add);

      assertEquals(Taxation.tax(sum, FULL, PLN), tax);
    }
  }

  @Test
  void what_is_corrected_to_nothing_owes_no_tax_either() {
    Random random = new Random(2);
    for (int i = 0; i < 500; i++) {
      List<LineView> invoice = lines(random, 1 + random.nextInt(8));
      Correction first = new Correction(invoice, List.of(), PLN);
      List<LineView> halved =
          first.differences(
              List.of(new CorrectedLine(1, new BigDecimal("1"), null)), new Findings());
      Correction second = new Correction(invoice, halved, PLN);

      List<LineView> rest = second.differences(second.all(), new Findings());

      BigDecimal owed = BigDecimal.ZERO;
      for (List<LineView> part : List.of(invoice, halved, rest)) {
        for (LineView line : part) {
          owed = owed.add(line.gross());
        }
      }
      assertEquals(0, owed.signum());
    }
  }

  @Test
  void a_correction_says_what_cannot_be() {
    Correction correction = new Correction(lines(new Random(3), 2), List.of(), PLN);
    Findings findings = new Findings();

    correction.differences(
        List.of(
            new CorrectedLine(1, new BigDecimal("-2"), null),
            new CorrectedLine(1, BigDecimal.ONE, null),
            new CorrectedLine(9, null, BigDecimal.ONE)),
        findings);

    assertEquals(
        List.of("otherSign", "duplicate", "unknownLine"),
        findings.errors().stream().map(error -> error.code()).toList());
  }

  @Test
  void a_rate_holds_from_its_day_until_the_next() {
    DayRates rates =
        new DayRates(
            List.of(
                new TaxRate("23", LocalDate.of(2011, 1, 1), new BigDecimal("23")),
                new TaxRate("23", LocalDate.of(2000, 1, 1), new BigDecimal("22"))));

    assertEquals(
        "22", rates.on("23", LocalDate.of(2010, 12, 31)).orElseThrow().percent().toString());
    assertEquals("23", rates.on("23", LocalDate.of(2026, 1, 1)).orElseThrow().percent().toString());
    assertTrue(rates.on("23", LocalDate.of(1999, 1, 1)).isEmpty());
    assertTrue(rates.on("8", LocalDate.of(2026, 1, 1)).isEmpty());
  }

  @Test
  void an_amount_settles_the_first_fully_before_the_next() {
    assertEquals(
        List.of(new BigDecimal("5"), new BigDecimal("2"), new BigDecimal("0")),
        Allotment.of(
            new BigDecimal("7"),
            List.of(new BigDecimal("5"), new BigDecimal("4"), new BigDecimal("3"))));
  }

  private static List<LineView> lines(Random random, int count) {
    List<BigDecimal> nets = new ArrayList<>();
    List<Taxation.Taxed> taxed = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      nets.add(BigDecimal.valueOf(2L * (1 + random.nextInt(9_999)), 2));
      taxed.add(new Taxation.Taxed(nets.get(i), FULL));
    }
    List<BigDecimal> taxes = Taxation.of(taxed, PLN);
    List<LineView> lines = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      BigDecimal price = nets.get(i).divide(BigDecimal.valueOf(2));
      lines.add(
          new LineView(
              i + 1,
              null,
              null,
              null,
              "line",
              BigDecimal.valueOf(2),
              null,
              price,
              null,
              nets.get(i),
              "23",
              FULL.percent(),
              taxes.get(i),
              null,
              null,
              null,
              null,
              null,
              null));
    }
    return lines;
  }

  private static Taxation.Taxed taxed(String net, Taxation.Rate rate) {
    return new Taxation.Taxed(new BigDecimal(net), rate);
  }

  private static Taxation.Rate rate(String percent) {
    return new Taxation.Rate(percent, new BigDecimal(percent));
  }
}
