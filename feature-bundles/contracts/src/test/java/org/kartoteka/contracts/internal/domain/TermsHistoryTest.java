package org.kartoteka.contracts.internal.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.kartoteka.contracts.AnnexId;
import org.kartoteka.contracts.LineData;
import org.kartoteka.core.api.trade.Billing;

class TermsHistoryTest {

  private static final LocalDate JANUARY = LocalDate.of(2026, 1, 1);
  private static final LocalDate MARCH = LocalDate.of(2026, 3, 1);
  private static final LocalDate JUNE = LocalDate.of(2026, 6, 1);

  private final Terms first = terms("basic", line("1", "100"), line("2", "20"));

  @Test
  void each_day_has_the_terms_of_the_last_annex_before_it() {
    TermsHistory history = history(step(1, JUNE, first, terms("basic", line("1", "120"))));

    assertEquals(first, history.on(JUNE.minusDays(1)).terms());
    assertEquals(List.of(line("1", "120")), history.on(JUNE).terms().lines());
    assertEquals(JUNE, history.on(LocalDate.of(2030, 1, 1)).since());
    assertEquals(first, history.on(JANUARY.minusYears(1)).terms());
  }

  @Test
  void an_annex_in_the_past_of_another_leaves_its_changes_in_force() {
    TermsHistory.Step june =
        step(1, JUNE, first, terms("basic", line("1", "120"), line("2", "20")));
    TermsHistory.Step march =
        step(2, MARCH, first, terms("gold", line("1", "110"), line("2", "25")));

    TermsHistory history = history(june, march);

    assertEquals("gold", history.on(MARCH).terms().packageType());
    assertEquals(List.of(line("1", "110"), line("2", "25")), history.on(MARCH).terms().lines());
    assertEquals("gold", history.on(JUNE).terms().packageType());
    assertEquals(List.of(line("1", "120"), line("2", "25")), history.on(JUNE).terms().lines());
  }

  @Test
  void of_two_annexes_of_one_day_the_later_signed_has_the_last_word() {
    TermsHistory.Step one = step(1, MARCH, first, terms("basic", line("1", "110")));
    TermsHistory.Step other =
        step(2, MARCH, terms("basic", line("1", "110")), terms("basic", line("1", "90")));

    TermsHistory history = history(one, other);

    assertEquals(List.of(line("1", "90")), history.on(MARCH).terms().lines());
    assertEquals(1, history.since(MARCH).size());
    assertEquals(2, history.since(MARCH).get(0).step().place());
  }

  @Test
  void lines_keep_their_places_and_keys_are_never_forgotten() {
    TermsHistory history =
        history(
            step(1, MARCH, first, terms("basic", line("2", "20"), line("3", "5"))),
            step(
                2,
                JUNE,
                terms("basic", line("2", "20"), line("3", "5")),
                terms("basic", line("2", "21"), line("3", "5"))));

    assertEquals(List.of(line("2", "21"), line("3", "5")), history.on(JUNE).terms().lines());
    assertEquals(Set.of("1", "2", "3"), history.keys());
  }

  @Test
  void what_does_not_differ_is_no_change() {
    assertTrue(TermsChange.between(first, first).isNothing());
    assertFalse(
        TermsChange.between(first, terms("gold", line("1", "100"), line("2", "20"))).isNothing());
  }

  private TermsHistory history(TermsHistory.Step... steps) {
    return new TermsHistory(JANUARY, first, List.of(steps));
  }

  private static TermsHistory.Step step(int place, LocalDate day, Terms before, Terms after) {
    return new TermsHistory.Step(
        new AnnexId(place), "" + place, day, day, place, TermsChange.between(before, after));
  }

  private static Terms terms(String packageType, LineData... lines) {
    return new Terms(packageType, null, null, List.of(lines));
  }

  private static LineData line(String key, String price) {
    return new LineData(
        key,
        "P" + key,
        "Line " + key,
        BigDecimal.ONE,
        null,
        new BigDecimal(price),
        null,
        null,
        1,
        Billing.Due.IN_ADVANCE,
        null,
        JANUARY,
        null);
  }
}
