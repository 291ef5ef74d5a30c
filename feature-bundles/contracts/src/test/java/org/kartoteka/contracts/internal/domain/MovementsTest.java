package org.kartoteka.contracts.internal.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.kartoteka.contracts.AnnexId;
import org.kartoteka.contracts.LineData;
import org.kartoteka.core.api.trade.Billing;

class MovementsTest {

  private static final LocalDate JANUARY = LocalDate.of(2026, 1, 1);
  private static final LocalDate DECEMBER = LocalDate.of(2026, 12, 31);

  @Test
  void a_contract_is_gained_changed_and_lost() {
    Terms first = terms(line("1", 1, "100", null), line("2", 12, "120", LocalDate.of(2026, 6, 30)));
    Terms later = terms(line("1", 1, "130", null), line("2", 12, "120", LocalDate.of(2026, 6, 30)));
    TermsHistory history =
        new TermsHistory(
            JANUARY,
            first,
            List.of(
                new TermsHistory.Step(
                    new AnnexId(1),
                    "1",
                    LocalDate.of(2026, 3, 1),
                    LocalDate.of(2026, 2, 1),
                    1,
                    TermsChange.between(first, later))));

    List<Movement> movements = movements(LocalDate.of(2025, 12, 5), DECEMBER, null, false, history);

    assertEquals(
        List.of(
            "GAINED 2025-12-05 1 110.00",
            "CHANGED 2026-03-01 0 30.00",
            "CHANGED 2026-07-01 0 -10.00",
            "LOST 2026-12-31 -1 -130.00"),
        texts(movements));
  }

  @Test
  void one_that_renews_itself_is_not_lost_unless_its_end_was_declared() {
    TermsHistory history = new TermsHistory(JANUARY, terms(line("1", 1, "100", null)), List.of());

    assertEquals(1, movements(JANUARY, DECEMBER, 12, false, history).size());
    assertEquals(2, movements(JANUARY, DECEMBER, 12, true, history).size());
    assertEquals(1, movements(JANUARY, null, null, false, history).size());
  }

  @Test
  void what_was_signed_late_never_moves_the_balance_before_its_signature() {
    TermsHistory history =
        new TermsHistory(JANUARY, terms(line("1", 1, "100", LocalDate.of(2026, 1, 31))), List.of());

    assertEquals(
        List.of(
            "GAINED 2026-04-01 1 100.00",
            "CHANGED 2026-04-01 0 -100.00",
            "LOST 2026-12-31 -1 0.00"),
        texts(movements(LocalDate.of(2026, 4, 1), DECEMBER, null, false, history)));
  }

  @Test
  void one_that_never_began_leaves_nothing() {
    TermsHistory history = new TermsHistory(JANUARY, terms(line("1", 1, "100", null)), List.of());

    assertEquals(
        List.of("GAINED 2026-01-01 1 100.00", "LOST 2026-01-01 -1 -100.00"),
        texts(movements(JANUARY, JANUARY.minusDays(1), null, true, history)));
  }

  @Test
  void movements_sum_up_to_nothing_once_it_is_over() {
    Random random = new Random(5);
    for (int i = 0; i < 300; i++) {
      Terms terms = randomTerms(random);
      List<TermsHistory.Step> steps = new ArrayList<>();
      for (int place = 1; place <= random.nextInt(5); place++) {
        Terms after = randomTerms(random);
        LocalDate day = JANUARY.plusDays(random.nextInt(400));
        Terms before = new TermsHistory(JANUARY, terms, steps).on(day).terms();
        steps.add(
            new TermsHistory.Step(
                new AnnexId(place), "", day, day, place, TermsChange.between(before, after)));
      }
      TermsHistory history = new TermsHistory(JANUARY, terms, steps);

      List<Movement> movements =
          movements(JANUARY, JANUARY.plusDays(random.nextInt(500)), null, true, history);

      assertEquals(0, movements.stream().mapToInt(Movement::number).sum());
      assertEquals(
          0,
          movements.stream()
              .map(Movement::amount)
              .reduce(BigDecimal.ZERO, BigDecimal::add)
              .signum());
    }
  }

  private static Terms randomTerms(Random random) {
    List<LineData> lines = new ArrayList<>();
    for (int key = 1; key <= random.nextInt(4); key++) {
      lines.add(
          line(
              "" + key,
              random.nextInt(4),
              "" + random.nextInt(1000),
              random.nextBoolean() ? null : JANUARY.plusDays(random.nextInt(400))));
    }
    return new Terms(null, null, null, lines);
  }

  private static List<Movement> movements(
      LocalDate signed, LocalDate ends, Integer renewal, boolean terminated, TermsHistory history) {
    return new Movements(
            signed, new Validity(JANUARY, ends, null, renewal), terminated, "EUR", history)
        .list();
  }

  private static List<String> texts(List<Movement> movements) {
    return movements.stream()
        .map(m -> m.kind() + " " + m.day() + " " + m.number() + " " + m.amount())
        .toList();
  }

  private static Terms terms(LineData... lines) {
    return new Terms(null, null, null, List.of(lines));
  }

  private static LineData line(String key, int months, String price, LocalDate until) {
    return new LineData(
        key,
        null,
        "Line",
        BigDecimal.ONE,
        null,
        new BigDecimal(price),
        null,
        null,
        months,
        Billing.Due.IN_ADVANCE,
        null,
        JANUARY,
        until);
  }
}
