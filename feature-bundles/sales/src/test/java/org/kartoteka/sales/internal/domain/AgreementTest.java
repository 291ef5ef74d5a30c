package org.kartoteka.sales.internal.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.kartoteka.core.api.trade.Billing;
import org.kartoteka.core.api.trade.ContractLine;
import org.kartoteka.core.api.trade.ContractTerms;

class AgreementTest {

  private static final Currency PLN = Currency.getInstance("PLN");

  @Test
  void a_month_in_advance_is_due_on_its_first_day_and_in_arrears_on_its_last() {
    ContractTerms advance = terms("2026-01-15", null, line("a", "100", monthly(), "2026-01-15"));
    ContractTerms arrears =
        terms(
            "2026-01-15",
            null,
            line("a", "100", new Billing(1, Billing.Due.IN_ARREARS, null), "2026-01-15"));

    assertEquals(
        "2026-01-15 100.00, 2026-02-15 100.00", due("2026-02-15", Fact.signed(1, advance)));
    assertEquals("", due("2026-02-13", Fact.signed(1, arrears)));
    assertEquals("2026-01-15 100.00", due("2026-02-14", Fact.signed(1, arrears)));
  }

  @Test
  void an_anchor_cuts_the_first_period_pro_rata_by_day() {
    Billing aligned = new Billing(1, Billing.Due.IN_ADVANCE, day("2020-01-01"));
    ContractTerms terms =
        terms("2026-01-20", "2026-03-10", line("a", "310", aligned, "2026-01-20"));

    assertEquals(
        "2026-01-20 120.00, 2026-02-01 310.00, 2026-03-01 100.00",
        due("2026-12-31", Fact.signed(1, terms)));
  }

  @Test
  void an_annex_within_a_period_counts_each_price_for_its_days() {
    ContractTerms before = terms("2026-03-01", null, line("a", "310", monthly(), "2026-03-01"));
    ContractTerms after = terms("2026-03-01", null, line("a", "620", monthly(), "2026-03-01"));

    assertEquals(
        "2026-03-01 470.00, 2026-04-01 620.00",
        due("2026-04-30", Fact.signed(1, before), Fact.annexed(2, day("2026-03-16"), after)));
  }

  @Test
  void the_order_in_which_facts_are_heard_of_does_not_matter() {
    Fact signed =
        Fact.signed(1, terms("2026-03-01", null, line("a", "100", monthly(), "2026-03-01")));
    Fact annexed =
        Fact.annexed(
            2,
            day("2026-04-10"),
            terms("2026-03-01", null, line("a", "130", monthly(), "2026-03-01")));
    Fact ended = Fact.terminated(3, day("2026-05-31"));

    assertEquals(
        due("2026-12-31", signed, annexed, ended), due("2026-12-31", ended, annexed, signed));
    assertEquals("", due("2026-12-31", annexed, ended));
  }

  @Test
  void a_contract_that_goes_on_after_all_owes_what_it_owed_before_its_termination() {
    Fact signed =
        Fact.signed(
            1, terms("2026-01-01", "2026-06-30", line("a", "100", monthly(), "2026-01-01")));
    Fact ended = Fact.terminated(2, day("2026-02-14"));
    Fact resumed = Fact.resumed(3, day("2026-06-30"));

    assertEquals(due("2026-12-31", signed), due("2026-12-31", resumed, signed, ended));
    assertEquals(
        due("2026-12-31", signed, Fact.terminated(4, day("2026-03-31"))),
        due("2026-12-31", signed, ended, resumed, Fact.terminated(4, day("2026-03-31"))));
  }

  @Test
  void a_renewed_contract_goes_on_where_it_ended() {
    ContractTerms year =
        terms("2026-01-01", "2026-12-31", line("a", "100", monthly(), "2026-01-01"));

    Agreement agreement =
        Agreement.of(List.of(Fact.signed(1, year), Fact.renewed(2, day("2027-12-31"))));

    assertEquals(24, agreement.schedules().get(0).due(day("2028-06-30")).size());
  }

  @Test
  void a_line_that_an_annex_leaves_out_is_owed_no_longer() {
    ContractTerms both =
        terms(
            "2026-01-01",
            null,
            line("a", "100", monthly(), "2026-01-01"),
            line("b", "31", monthly(), "2026-01-01"));
    ContractTerms one = terms("2026-01-01", null, line("a", "100", monthly(), "2026-01-01"));

    List<Schedule> schedules =
        Agreement.of(List.of(Fact.signed(1, both), Fact.annexed(2, day("2026-01-11"), one)))
            .schedules();

    assertEquals(
        new BigDecimal("10.00"), schedules.get(1).due(day("2026-06-01")).get(0).net(PLN).amount());
    assertEquals(1, schedules.get(1).due(day("2026-06-01")).size());
  }

  @Test
  void an_unchanged_line_stays_whole_through_annexes() {
    ContractTerms terms = terms("2026-01-01", null, line("a", "100", monthly(), "2026-01-01"));

    List<Schedule> schedules =
        Agreement.of(List.of(Fact.signed(1, terms), Fact.annexed(2, day("2026-01-11"), terms)))
            .schedules();

    assertEquals(1, schedules.size());
    assertTrue(schedules.get(0).due(day("2026-01-01")).get(0).isWhole());
  }

  @Test
  void another_length_of_period_ends_the_old_periods_and_begins_new_ones() {
    ContractTerms months = terms("2026-01-01", null, line("a", "31", monthly(), "2026-01-01"));
    ContractTerms quarters =
        terms(
            "2026-01-01",
            null,
            line("a", "90", new Billing(3, Billing.Due.IN_ADVANCE, null), "2026-01-01"));

    List<Schedule> schedules =
        Agreement.of(List.of(Fact.signed(1, months), Fact.annexed(2, day("2026-02-01"), quarters)))
            .schedules();

    assertEquals("2026-01-01 31.00", said(schedules.get(0), "2026-12-31"));
    assertEquals("2026-02-01 59.00, 2026-04-01 90.00", said(schedules.get(1), "2026-06-30"));
  }

  @Test
  void what_is_paid_once_is_owed_once_however_many_annexes_follow() {
    ContractTerms terms =
        terms("2026-01-01", null, line("fee", "500", Billing.once(), "2026-02-10"));

    String due =
        due(
            "2027-01-01",
            Fact.signed(1, terms),
            Fact.annexed(2, day("2026-01-20"), terms),
            Fact.annexed(3, day("2026-05-01"), terms));

    assertEquals("2026-02-10 500.00", due);
  }

  @Test
  void a_later_annex_with_an_earlier_day_replaces_what_was_to_come() {
    ContractTerms first = terms("2026-01-01", null, line("a", "100", monthly(), "2026-01-01"));
    ContractTerms second = terms("2026-01-01", null, line("a", "200", monthly(), "2026-01-01"));
    ContractTerms third = terms("2026-01-01", null, line("a", "300", monthly(), "2026-01-01"));

    assertEquals(
        "2026-01-01 100.00, 2026-02-01 300.00, 2026-03-01 300.00, 2026-04-01 300.00",
        due(
            "2026-04-01",
            Fact.signed(1, first),
            Fact.annexed(2, day("2026-03-01"), second),
            Fact.annexed(3, day("2026-02-01"), third)));
  }

  @Test
  void an_annex_that_is_told_again_for_its_own_day_counts_once() {
    ContractTerms first = terms("2026-01-01", null, line("a", "100", monthly(), "2026-01-01"));
    ContractTerms second = terms("2026-01-01", null, line("a", "200", monthly(), "2026-01-01"));
    ContractTerms third = terms("2026-01-01", null, line("a", "300", monthly(), "2026-01-01"));

    assertEquals(
        "2026-01-01 100.00, 2026-02-01 300.00, 2026-03-01 200.00, 2026-04-01 200.00",
        due(
            "2026-04-01",
            Fact.signed(1, first),
            Fact.annexed(2, day("2026-03-01"), second),
            Fact.annexed(3, day("2026-02-01"), third),
            Fact.annexed(4, day("2026-03-01"), second)));
  }

  private static String due(String day, Fact... facts) {
    return Agreement.of(Arrays.asList(facts)).schedules().stream()
        .map(schedule -> said(schedule, day))
        .collect(Collectors.joining("; "));
  }

  private static String said(Schedule schedule, String day) {
    return schedule.due(day(day)).stream()
        .map(owed -> owed.days().from() + " " + owed.net(PLN).amount())
        .collect(Collectors.joining(", "));
  }

  private static Billing monthly() {
    return new Billing(1, Billing.Due.IN_ADVANCE, null);
  }

  private static ContractTerms terms(String from, String until, ContractLine... lines) {
    return new ContractTerms(
        "service",
        null,
        null,
        null,
        day(from),
        until == null ? null : day(until),
        PLN,
        List.of(lines));
  }

  private static ContractLine line(String key, String price, Billing billing, String from) {
    return new ContractLine(
        key,
        null,
        key,
        BigDecimal.ONE,
        null,
        new BigDecimal(price),
        null,
        null,
        billing,
        day(from),
        null);
  }

  private static LocalDate day(String day) {
    return LocalDate.parse(day);
  }
}
