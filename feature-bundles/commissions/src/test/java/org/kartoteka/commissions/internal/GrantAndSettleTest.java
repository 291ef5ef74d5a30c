package org.kartoteka.commissions.internal;

import static java.time.temporal.ChronoUnit.DAYS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.kartoteka.commissions.internal.House.ANNA;
import static org.kartoteka.commissions.internal.House.BOB;
import static org.kartoteka.commissions.internal.House.n;
import static org.kartoteka.commissions.internal.Trade.DAY;
import static org.kartoteka.commissions.internal.Trade.credit;
import static org.kartoteka.commissions.internal.Trade.invoice;
import static org.kartoteka.commissions.internal.Trade.line;
import static org.kartoteka.commissions.internal.Trade.paid;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.ToLongFunction;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kartoteka.commissions.AccrualDecision;
import org.kartoteka.commissions.AccrualQuery;
import org.kartoteka.commissions.AccrualState;
import org.kartoteka.commissions.AccrualView;
import org.kartoteka.commissions.Base;
import org.kartoteka.commissions.DecideAccruals;
import org.kartoteka.commissions.PayStatement;
import org.kartoteka.commissions.PeriodKind;
import org.kartoteka.commissions.Rate;
import org.kartoteka.commissions.Rule;
import org.kartoteka.commissions.SettleStatements;
import org.kartoteka.commissions.StatementQuery;
import org.kartoteka.commissions.StatementView;
import org.kartoteka.commissions.Trigger;
import org.kartoteka.commissions.event.AccrualsDecided;
import org.kartoteka.commissions.event.StatementPaid;
import org.kartoteka.commissions.event.StatementSettled;
import org.kartoteka.commissions.internal.exchange.AccrualExporter;
import org.kartoteka.core.api.party.PartyId;
import org.kartoteka.platform.api.data.DataAccessFailed;
import org.kartoteka.platform.api.data.ExpectedRevision;
import org.kartoteka.platform.api.data.Page;
import org.kartoteka.platform.api.data.PageRequest;
import org.kartoteka.platform.api.data.Sql;
import org.kartoteka.platform.api.exchange.ExportQuery;
import org.kartoteka.platform.api.problem.Forbidden;
import org.kartoteka.platform.api.problem.InvalidInput;
import org.kartoteka.platform.api.problem.NotFound;
import org.kartoteka.platform.api.problem.Refused;
import org.kartoteka.platform.api.problem.StaleRevision;
import org.kartoteka.platform.api.security.RecordScope;

class GrantAndSettleTest {

  private final House house = new House();
  private final PartyId party = house.customer("Customer");

  @BeforeEach
  void three() {
    house.plan(ANNA, Rule.of("r", Trigger.POSTING, Base.NET, Rate.percent(n("10"))));
    house.plan(BOB, Rule.of("p", Trigger.PAYMENT, Base.NET, Rate.percent(n("10"))));
    house.happens(
        invoice(1, party, ANNA, DAY, line(1, "100")),
        invoice(2, party, ANNA, LocalDate.of(2026, 2, 28), line(1, "200")),
        invoice(3, party, BOB, line(1, "300")),
        paid(4, party, "100", 3));
  }

  @Test
  void what_is_calculated_waits_for_a_decision_and_explains_itself() {
    Page<AccrualView> page = house.accruals.page(AccrualQuery.all(), PageRequest.first(2));

    assertEquals(
        List.of(n("10.00"), n("10.00")),
        page.items().stream().map(row -> row.amount().amount()).toList());
    AccrualView first = page.items().get(0);
    assertEquals(AccrualState.CALCULATED, first.state());
    assertEquals("Customer", first.partyName());
    var explained = house.accruals.explain(first.id());
    assertEquals("plan", explained.steps().get(0).key());
    assertTrue(explained.sentences().get(0).startsWith("commissions.step.plan[Plan of 2, 1, "));
    assertEquals(
        1,
        house
            .accruals
            .page(AccrualQuery.all(), new PageRequest(2, page.next(), null))
            .items()
            .size());
    assertEquals(
        List.of("commissions.impact.calculated[3, 40.00, PLN]"),
        house.unitOfWork.call(() -> house.openWork.openWork(Locale.ENGLISH)));
  }

  @Test
  void granting_in_bulk_by_a_filter_and_refusing_with_a_reason() {
    assertEquals(2, house.accruals.grant(DecideAccruals.all(of(ANNA), null)));
    AccrualView bobs = all(of(BOB)).get(0);
    assertThrows(
        InvalidInput.class,
        () -> house.accruals.refuse(DecideAccruals.of(List.of(bobs.id()), " ")));
    assertEquals(1, house.accruals.refuse(DecideAccruals.of(List.of(bobs.id()), "paid late")));

    assertEquals("paid late", all(of(BOB)).get(0).reason());
    assertEquals(2, house.journal.events(AccrualsDecided.class).size());
    assertThrows(
        InvalidInput.class, () -> house.accruals.grant(DecideAccruals.of(List.of(), null)));
  }

  @Test
  void every_decision_is_kept_and_the_last_one_counts() {
    AccrualView bobs = all(of(BOB)).get(0);
    Instant first = house.clock.instant();
    decide(house.accruals::grant, bobs, null);
    house.clock.forward(Duration.ofDays(1));
    decide(house.accruals::refuse, bobs, "paid late");
    decide(house.accruals::refuse, bobs, "refused already");
    house.clock.forward(Duration.ofDays(1));
    decide(house.accruals::grant, bobs, null);

    List<AccrualDecision> decisions = house.accruals.explain(bobs.id()).decisions();

    String who = house.user.require().name();
    assertEquals(
        List.of(
            new AccrualDecision(AccrualState.GRANTED, null, first, who),
            new AccrualDecision(AccrualState.REFUSED, "paid late", first.plus(1, DAYS), who),
            new AccrualDecision(AccrualState.GRANTED, null, first.plus(2, DAYS), who)),
        decisions);
    AccrualView now = all(of(BOB)).get(0);
    assertEquals(AccrualState.GRANTED, now.state());
    assertNull(now.reason());
    assertEquals(first.plus(2, DAYS), now.decidedAt());
    assertEquals(List.of(), house.accruals.explain(all(of(ANNA)).get(0).id()).decisions());
  }

  @Test
  void a_decision_that_is_taken_back_with_its_transaction_leaves_no_trace() {
    assertThrows(
        IllegalStateException.class,
        () ->
            house.unitOfWork.run(
                () -> {
                  house.accruals.grant(DecideAccruals.all(AccrualQuery.all(), null));
                  throw new IllegalStateException("killed");
                }));

    assertEquals(0, decisions());
    house.accruals.grant(DecideAccruals.all(AccrualQuery.all(), null));
    assertEquals(3, decisions());
  }

  @Test
  void decisions_are_only_appended_but_an_erasure_may_clear_a_reason() {
    house.accruals.refuse(DecideAccruals.all(of(BOB), "not his sale"));

    for (String sql :
        List.of(
            "update commissions.decision set state = 'GRANTED'",
            "update commissions.decision set reason = 'another'",
            "update commissions.decision set decided_by = 'nobody'",
            "delete from commissions.decision",
            "truncate commissions.decision")) {
      assertThrows(DataAccessFailed.class, () -> execute(sql), sql);
    }
    execute("update commissions.decision set reason = null");

    assertNull(all(of(BOB)).get(0).reason());
  }

  @Test
  void decisions_go_with_a_merge_and_come_back_with_its_undoing() {
    PartyId survivor = house.customer("Survivor");
    house.accruals.refuse(DecideAccruals.all(of(BOB), "not his sale"));
    String memo = house.unitOfWork.call(() -> house.merge.merge(survivor, party).memo());
    house.accruals.grant(DecideAccruals.all(of(BOB), null));

    assertEquals(2, decisionsOn(survivor));
    house.unitOfWork.run(() -> house.merge.undo(survivor, party, memo));

    assertEquals(0, decisionsOn(survivor));
    assertEquals(2, decisionsOn(party));
  }

  private void decide(ToLongFunction<DecideAccruals> act, AccrualView row, String reason) {
    act.applyAsLong(DecideAccruals.of(List.of(row.id()), reason));
  }

  private long decisions() {
    return number("select count(*) from commissions.decision");
  }

  private long decisionsOn(PartyId customer) {
    return number("select count(*) from commissions.decision where party_id = " + customer.value());
  }

  private long number(String sql) {
    return house.unitOfWork.<Long>call(() -> Sql.of(house.unitOfWork, sql).number());
  }

  private void execute(String sql) {
    house.unitOfWork.run(() -> Sql.of(house.unitOfWork, sql).update());
  }

  @Test
  void a_decision_on_a_statement_leaves_others_alone() {
    house.accruals.grant(DecideAccruals.all(of(ANNA), null));
    AccrualQuery ofStatement = AccrualQuery.of(settle(PeriodKind.MONTH, DAY).get(0).id());

    assertEquals(0, house.accruals.grant(DecideAccruals.all(ofStatement, null)));
    assertEquals(AccrualState.CALCULATED, all(of(BOB)).get(0).state());
  }

  @Test
  void who_settles_at_the_same_time_makes_no_second_statement() throws Exception {
    house.accruals.grant(DecideAccruals.all(AccrualQuery.all(), null));
    CountDownLatch settled = new CountDownLatch(1);
    CountDownLatch asked = new CountDownLatch(1);
    Thread first =
        new Thread(
            () ->
                house.unitOfWork.run(
                    () -> {
                      settle(PeriodKind.MONTH, DAY);
                      settled.countDown();
                      await(asked);
                    }));
    first.start();
    await(settled);
    new Thread(
            () -> {
              untilOneWaitsForTheStatements();
              asked.countDown();
            })
        .start();

    List<StatementView> second = settle(PeriodKind.MONTH, DAY);

    first.join();
    assertEquals(List.of(), second);
    assertEquals(2, house.statements.count(StatementQuery.all(), 10));
  }

  private static void await(CountDownLatch latch) {
    try {
      assertTrue(latch.await(10, TimeUnit.SECONDS));
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  private void untilOneWaitsForTheStatements() {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(5);
    while (waiting() == 0 && System.nanoTime() < end) {
      Thread.onSpinWait();
    }
  }

  private long waiting() {
    return house.unitOfWork.<Long>call(
        () ->
            Sql.of(
                    house.unitOfWork,
                    "select count(*) from pg_locks where not granted"
                        + " and relation = 'commissions.statement'::regclass")
                .number());
  }

  @Test
  void an_export_asks_for_each_name_once() {
    AccrualExporter exporter = new AccrualExporter(house.accruals, house.users);
    List<List<String>> rows = new ArrayList<>();
    int before = house.users.lookedUp();

    exporter.rows(
        new ExportQuery(Map.of(), null, null), List.of("person", "amount"), row -> rows.add(row));

    assertEquals(3, rows.size());
    assertEquals(2, house.users.lookedUp() - before);
  }

  @Test
  void only_what_was_chosen_or_filtered_is_exported() {
    AccrualExporter exporter = new AccrualExporter(house.accruals, house.users);
    AccrualView chosen = all(of(BOB)).get(0);
    List<List<String>> byId = new ArrayList<>();
    List<List<String>> byPerson = new ArrayList<>();

    exporter.rows(
        new ExportQuery(null, null, List.of(Long.toString(chosen.id().value()))),
        List.of("person"),
        byId::add);
    exporter.rows(
        new ExportQuery(
            Map.of("person", List.of("1"), "from", List.of(DAY.toString())), null, null),
        List.of("person"),
        byPerson::add);

    assertEquals(List.of(List.of("bob")), byId);
    assertEquals(List.of(List.of("anna")), byPerson);
  }

  @Test
  void what_a_refused_claim_comes_to_later_is_refused_too_and_nothing_is_taken_back() {
    house.accruals.refuse(DecideAccruals.all(of(BOB), "not his sale"));

    house.happens(paid(5, party, "100", 3), credit(6, 3, party, line(1, "-300")));

    assertTrue(all(of(BOB)).stream().allMatch(row -> row.state() == AccrualState.REFUSED));
    assertEquals("not his sale", all(of(BOB)).get(0).reason());
    AccrualView followed = all(of(BOB)).get(0);
    assertEquals(
        List.of(
            new AccrualDecision(AccrualState.REFUSED, "not his sale", followed.occurredAt(), null)),
        house.accruals.explain(followed.id()).decisions());
  }

  @Test
  void a_claim_that_was_settled_is_taken_back_by_a_row_of_its_own() {
    house.accruals.grant(DecideAccruals.all(of(ANNA), null));
    settle(PeriodKind.MONTH, DAY);

    house.happens(credit(6, 1, party, line(1, "-100")));

    AccrualView back = all(AccrualQuery.in(AccrualState.CALCULATED)).get(0);
    assertEquals(n("-10.00"), back.amount().amount());
    house.accruals.grant(DecideAccruals.of(List.of(back.id()), null));
    assertEquals(n("-10.00"), settle(PeriodKind.MONTH, DAY).get(0).amount().amount());
  }

  @Test
  void statements_by_person_and_period_take_along_what_came_too_late() {
    house.accruals.grant(DecideAccruals.all(AccrualQuery.all(), null));

    List<StatementView> made = settle(PeriodKind.HALF_MONTH, DAY);

    assertEquals(
        List.of(n("30.00"), n("10.00")), made.stream().map(s -> s.amount().amount()).toList());
    assertEquals(LocalDate.of(2026, 3, 15), made.get(0).until());
    assertEquals(2, made.get(0).rows());
    assertEquals(2, house.journal.events(StatementSettled.class).size());
    assertEquals(List.of(), settle(PeriodKind.HALF_MONTH, DAY));
    assertEquals(2, all(AccrualQuery.of(made.get(0).id())).size());
  }

  @Test
  void only_what_is_granted_and_not_later_than_the_period_is_settled() {
    house.accruals.grant(DecideAccruals.all(of(ANNA), null));

    List<StatementView> made = settle(PeriodKind.HALF_MONTH, LocalDate.of(2026, 2, 20));

    assertEquals(1, made.size());
    assertEquals(n("20.00"), made.get(0).amount().amount());
    assertEquals(LocalDate.of(2026, 2, 28), made.get(0).until());
    assertThrows(Refused.class, () -> settle(PeriodKind.MONTH, LocalDate.of(2026, 4, 1)));
  }

  @Test
  void a_statement_is_paid_once_or_cancelled() {
    house.accruals.grant(DecideAccruals.all(AccrualQuery.all(), null));
    List<StatementView> made = settle(PeriodKind.MONTH, DAY);
    StatementView annas = made.get(0);
    PayStatement payment = new PayStatement(DAY.plusDays(5), "SEPA 17");

    assertThrows(
        StaleRevision.class,
        () -> house.statements.pay(annas.id(), ExpectedRevision.of(99), payment));
    StatementView paid =
        house.statements.pay(annas.id(), ExpectedRevision.of(annas.revision()), payment);
    assertEquals("SEPA 17", paid.reference());
    assertThrows(Refused.class, () -> house.statements.cancel(annas.id(), ExpectedRevision.any()));
    assertTrue(
        all(AccrualQuery.of(annas.id())).stream()
            .allMatch(row -> row.state() == AccrualState.PAID));
    assertEquals(1, house.journal.events(StatementPaid.class).size());

    house.statements.cancel(made.get(1).id(), ExpectedRevision.any());
    assertNull(all(of(BOB)).get(0).statementId());
    assertEquals(1, settle(PeriodKind.MONTH, DAY).size());
    assertEquals(
        1,
        house.statements.page(new StatementQuery(null, true), PageRequest.first()).items().size());
  }

  @Test
  void a_salesperson_sees_only_what_is_his() {
    house.accruals.grant(DecideAccruals.all(AccrualQuery.all(), null));
    List<StatementView> made = settle(PeriodKind.MONTH, DAY);
    AccrualView bobs = all(of(BOB)).get(0);

    house.user.nowMay("commissions.own.read");

    assertEquals(2, house.accruals.count(AccrualQuery.all(), 10));
    assertEquals(0, house.accruals.count(of(BOB), 10));
    assertEquals(1, house.accruals.totals(AccrualQuery.all()).size());
    assertThrows(NotFound.class, () -> house.accruals.explain(bobs.id()));
    assertThrows(NotFound.class, () -> house.statements.get(made.get(1).id()));
    assertEquals(
        1, house.statements.page(StatementQuery.all(), PageRequest.first()).items().size());
    assertThrows(Forbidden.class, () -> house.accruals.grant(DecideAccruals.all(of(ANNA), null)));
    assertThrows(Forbidden.class, () -> house.plans.all());
  }

  @Test
  void reach_and_rights_limit_what_others_see_and_decide() {
    house.scopes.nowReach(RecordScope.ownedBy(Set.of(BOB)));
    house.user.nowMay("commissions.all.read", "commissions.accrual.grant");

    assertEquals(1, house.accruals.count(AccrualQuery.all(), 10));
    assertEquals(1, house.accruals.grant(DecideAccruals.all(AccrualQuery.all(), null)));

    house.user.nowMay();
    assertThrows(Forbidden.class, () -> house.accruals.count(AccrualQuery.all(), 10));
    assertFalse(house.user.may("commissions.own.read"));
  }

  private List<StatementView> settle(PeriodKind kind, LocalDate day) {
    return house.statements.settle(new SettleStatements(kind, day, null));
  }

  private List<AccrualView> all(AccrualQuery query) {
    return house.accruals.page(query, PageRequest.first()).items();
  }

  private static AccrualQuery of(org.kartoteka.platform.api.security.UserId person) {
    return new AccrualQuery(person, null, null, null, null, null);
  }
}
