package org.kartoteka.commissions.internal.calculation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.kartoteka.commissions.internal.House.ANNA;
import static org.kartoteka.commissions.internal.House.BOB;
import static org.kartoteka.commissions.internal.House.PLN;
import static org.kartoteka.commissions.internal.House.SINCE;
import static org.kartoteka.commissions.internal.House.n;
import static org.kartoteka.commissions.internal.Trade.annexed;
import static org.kartoteka.commissions.internal.Trade.contract;
import static org.kartoteka.commissions.internal.Trade.credit;
import static org.kartoteka.commissions.internal.Trade.invoice;
import static org.kartoteka.commissions.internal.Trade.line;
import static org.kartoteka.commissions.internal.Trade.paid;
import static org.kartoteka.commissions.internal.Trade.resumed;
import static org.kartoteka.commissions.internal.Trade.returned;
import static org.kartoteka.commissions.internal.Trade.signed;
import static org.kartoteka.commissions.internal.Trade.terminated;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.kartoteka.commissions.AssignPlan;
import org.kartoteka.commissions.Assignee;
import org.kartoteka.commissions.Base;
import org.kartoteka.commissions.Clawback;
import org.kartoteka.commissions.DefineVersion;
import org.kartoteka.commissions.PeriodKind;
import org.kartoteka.commissions.PlanData;
import org.kartoteka.commissions.PlanId;
import org.kartoteka.commissions.PlanTerms;
import org.kartoteka.commissions.Rate;
import org.kartoteka.commissions.RateKind;
import org.kartoteka.commissions.Rule;
import org.kartoteka.commissions.Selection;
import org.kartoteka.commissions.Share;
import org.kartoteka.commissions.SplitData;
import org.kartoteka.commissions.Tier;
import org.kartoteka.commissions.Trigger;
import org.kartoteka.commissions.internal.House;
import org.kartoteka.commissions.internal.Trade;
import org.kartoteka.core.api.party.PartyId;
import org.kartoteka.core.api.trade.event.TradeEvent;
import org.kartoteka.platform.api.data.DataAccessFailed;
import org.kartoteka.platform.api.data.Sql;
import org.kartoteka.platform.api.journal.RecordedEvent;

class TradeCalculationTest {

  private static final Rule TEN_PERCENT = rule(Trigger.POSTING, Base.NET);
  private static final Rule ON_PAYMENT = rule(Trigger.PAYMENT, Base.NET);

  private final House house = new House();
  private final PartyId party = house.customer("Customer");

  @Test
  void an_invoice_its_correction_its_payment_and_the_return_of_it() {
    house.plan(ANNA, TEN_PERCENT);
    house.plan(BOB, ON_PAYMENT);

    house.happens(
        invoice(1, party, ANNA, line(1, "100"), line(2, "50")),
        credit(2, 1, party, line(2, "-50")),
        invoice(3, party, BOB, line(1, "100")),
        credit(4, 3, party, line(1, "-20")),
        paid(5, party, "40", 3),
        returned(5, party, "40", 3));

    assertEquals("1:15.00 1:-5.00 2:4.00 2:-4.00", house.ledger());
  }

  @Test
  void a_refund_before_payment_earns_and_takes_nothing() {
    house.plan(ANNA, ON_PAYMENT);

    house.happens(
        invoice(1, party, ANNA, line(1, "100")),
        credit(2, 1, party, line(1, "-100")),
        paid(3, party, "-100", 2));

    assertEquals("", house.ledger());
  }

  @Test
  void a_contract_its_annex_and_its_early_end_with_its_invoices() {
    house.plan(
        ANNA,
        Rule.of("s", Trigger.SIGNATURE, Base.SUBSCRIPTION, Rate.percent(n("50")))
            .takingBack(new Clawback(12, false)),
        TEN_PERCENT.takingBack(new Clawback(12, false)));

    house.happens(
        signed(1, party, ANNA, "100"),
        annexed(1, party, ANNA, "140", Trade.DAY.plusMonths(1)),
        invoice(2, party, ANNA, line(1, "100", contract(1), List.of())),
        terminated(1, party, Trade.DAY.plusMonths(3)));

    assertEquals("1:50.00 1:20.00 1:10.00 1:-70.00 1:-10.00", house.ledger());
  }

  @Test
  void what_a_termination_took_back_is_given_again_once_it_is_withdrawn() {
    house.plan(
        ANNA,
        Rule.of("s", Trigger.SIGNATURE, Base.SUBSCRIPTION, Rate.percent(n("50")))
            .takingBack(new Clawback(12, true)),
        TEN_PERCENT.takingBack(new Clawback(12, false)));

    house.happens(
        signed(1, party, ANNA, "100"),
        invoice(2, party, ANNA, line(1, "100", contract(1), List.of())),
        terminated(1, party, Trade.DAY.minusDays(1)));
    house.happens(
        resumed(1, party, Trade.DAY.plusMonths(1)),
        invoice(3, party, ANNA, line(1, "60", contract(1), List.of())),
        terminated(1, party, Trade.DAY.plusMonths(3).minusDays(1)));

    String[] amounts = house.ledger().split(" ");
    assertEquals(
        List.of("1:50.00", "1:10.00", "1:-50.00", "1:-10.00", "1:50.00", "1:10.00", "1:6.00"),
        List.of(amounts).subList(0, 7));
    assertEquals(10, amounts.length);
    assertTrue(amounts[7].startsWith("1:-37."), amounts[7]);
  }

  /** As contracts tells it: an annex, one in its past, and the first again for its own day. */
  @Test
  void an_annex_that_is_told_again_earns_nothing_again() {
    Rule share = Rule.of("share", Trigger.SIGNATURE, Base.SUBSCRIPTION, Rate.percent(n("50")));
    Rule inTime =
        Rule.of("in time", Trigger.SIGNATURE, Base.SUBSCRIPTION, Rate.percent(n("10")))
            .takingBack(new Clawback(12, false));
    Rule each =
        Rule.of("each", Trigger.SIGNATURE, Base.SUBSCRIPTION, Rate.fixed(n("7")))
            .within(null, null, PLN);
    house.plan(ANNA, share, inTime, each);
    house.plan(BOB, share, inTime, each);
    LocalDate april = Trade.DAY.plusMonths(1);
    LocalDate may = Trade.DAY.plusMonths(2);

    house.happens(
        signed(1, party, ANNA, "100"),
        annexed(1, party, ANNA, "140", may),
        annexed(1, party, ANNA, "300", april),
        annexed(1, party, ANNA, "140", may));
    house.happens(
        signed(2, party, BOB, "100"),
        annexed(2, party, BOB, "300", april),
        annexed(2, party, BOB, "140", may));

    assertEquals(
        "1:50.00 1:10.00 1:7.00 1:20.00 1:4.00 1:80.00 1:16.00 1:-16.00"
            + " 2:50.00 2:10.00 2:7.00 2:100.00 2:20.00 2:-16.00",
        house.ledger());
  }

  /** In May a raise to 140; in August one to 300 is agreed for April, until May. */
  @Test
  void an_annex_that_is_told_again_leaves_the_period_of_its_signature_alone() {
    house.plan(ANNA, quota(PeriodKind.QUARTER));
    LocalDate may = Trade.DAY.plusMonths(2);
    LocalDate august = Trade.DAY.plusMonths(5);

    house.happens(
        signed(1, party, ANNA, "100"),
        annexed(1, party, ANNA, "140", may),
        annexed(1, party, ANNA, "300", Trade.DAY.plusMonths(1), august),
        annexed(1, party, ANNA, "140", may));

    assertEquals("1:10.00 1:4.00 1:1016.00 1:-1016.00", house.ledger());
    assertEquals(List.of("1 100", "2 40", "3 0"), basesBy("quarter"));
  }

  /** The annex of April comes after the one of May was reckoned; its raise counts in April. */
  @Test
  void an_annex_that_comes_late_counts_on_the_day_it_was_signed() {
    house.plan(ANNA, quota(PeriodKind.MONTH));
    LocalDate april = Trade.DAY.plusMonths(1);
    LocalDate may = Trade.DAY.plusMonths(2);

    house.happens(
        signed(1, party, ANNA, "100"),
        annexed(1, party, ANNA, "140", may),
        annexed(1, party, ANNA, "300", april),
        annexed(1, party, ANNA, "140", may));

    assertEquals(List.of("3 100", "4 160", "5 -120"), basesBy("month"));
  }

  /** The right to take back ended in July; the annex of May was signed before. */
  @Test
  void an_annex_that_is_told_again_takes_back_by_the_day_it_was_signed() {
    house.plan(ANNA, quota(PeriodKind.QUARTER).takingBack(new Clawback(4, false)));
    LocalDate may = Trade.DAY.plusMonths(2);

    house.happens(
        signed(1, party, ANNA, "100"),
        annexed(1, party, ANNA, "140", may),
        annexed(1, party, ANNA, "300", Trade.DAY.plusMonths(1), Trade.DAY.plusMonths(5)),
        annexed(1, party, ANNA, "140", may));

    assertEquals(List.of("1 100", "2 40", "3 0"), basesBy("quarter"));
  }

  private static Rule quota(PeriodKind per) {
    List<Tier> tiers = List.of(Tier.of(n("0"), n("10")), new Tier(n("150"), n("10"), n("1000")));
    return Rule.of(
            "quota",
            Trigger.SIGNATURE,
            Base.SUBSCRIPTION,
            new Rate(RateKind.TIERS_MARGINAL, null, tiers, per))
        .within(null, null, PLN)
        .takingBack(new Clawback(12, false));
  }

  private List<String> basesBy(String period) {
    return house.unitOfWork.call(
        () ->
            Sql.of(
                    house.unitOfWork,
                    "select extract("
                        + period
                        + " from earned_on) || ' ' || round(sum(base)) from commissions.ledger"
                        + " group by extract("
                        + period
                        + " from earned_on) order by 1")
                .list(row -> row.getString(1)));
  }

  @Test
  void only_the_first_invoices_of_a_contract_also_those_before_there_was_a_plan() {
    house.happens(invoice(1, party, ANNA, line(1, "100", contract(1), List.of())));
    house.clock.forward(Duration.ofSeconds(1));
    house.plan(ANNA, TEN_PERCENT.on(Selection.all().first(2)));

    house.happens(
        invoice(2, party, ANNA, line(1, "200", contract(1), List.of())),
        invoice(3, party, ANNA, line(1, "300", contract(1), List.of())),
        invoice(4, party, ANNA, line(1, "400", contract(9), List.of())));

    assertEquals("1:20.00 1:40.00", house.ledger());
  }

  @Test
  void the_closest_assignment_counts() {
    everybody("Everybody", Assignee.EVERYBODY, "", "1");
    everybody("Salespeople", Assignee.ROLE, "SALESPERSON", "2");
    everybody("Team", Assignee.GROUP, "Team A", "3");

    house.happens(
        invoice(1, party, ANNA, line(1, "100")),
        invoice(2, party, BOB, line(1, "100")),
        invoice(3, party, House.BOSS, line(1, "100")));

    assertEquals("1:3.00 2:2.00 3:1.00", house.ledger());
  }

  @Test
  void a_split_and_what_superiors_get_on_top() {
    PlanId plan = house.plan(ANNA, TEN_PERCENT);
    house.define(plan, new PlanTerms(List.of(TEN_PERCENT), List.of(n("20"))));
    house.plans.assign(plan, new AssignPlan(Assignee.PERSON, "2", SINCE, null));
    house.plans.split(
        new SplitData(
            party,
            null,
            List.of(new Share(ANNA, n("66.67")), new Share(BOB, n("33.33"))),
            BOB,
            SINCE,
            null));

    house.happens(invoice(1, party, ANNA, line(1, "100.10")));

    assertEquals("1:6.67 2:3.34 3:1.33 3:0.67", house.ledger());
  }

  @Test
  void an_event_or_a_document_that_comes_twice_changes_nothing() {
    house.plan(ANNA, TEN_PERCENT, ON_PAYMENT.within(null, null, PLN));
    List<RecordedEvent<TradeEvent>> events =
        List.of(
            house.recorded(invoice(1, party, ANNA, line(1, "100"))),
            house.recorded(paid(2, party, "50", 1)),
            house.recorded(credit(3, 1, party, line(1, "-10"))));
    house.handleAll(events);
    List<String> once = house.whole();

    house.handleAll(events);
    events.forEach(house::handle);
    house.happens(invoice(1, party, ANNA, line(1, "100")));

    assertEquals(once, house.whole());
  }

  @Test
  void a_merged_customer_is_not_new_again() {
    house.plan(
        ANNA,
        Rule.of("n", Trigger.POSTING, Base.NET, Rate.fixed(n("100")))
            .on(new Selection(null, null, null, null, null, true))
            .within(null, null, PLN));
    PartyId other = house.customer("Same customer");
    house.happens(invoice(1, party, ANNA, line(1, "10")));
    var merge = new org.kartoteka.commissions.internal.merge.CommissionsMerge(house.unitOfWork);
    house.unitOfWork.run(() -> merge.merge(party, other));

    house.happens(invoice(2, other, ANNA, line(1, "10")));

    assertEquals("1:100.00", house.ledger());
    assertEquals(2, house.unitOfWork.<Long>call(() -> merge.count(party).get(0).count()));
  }

  @Test
  void a_merge_that_is_undone_gives_back_what_was_merged_before() {
    PartyId first = house.customer("First");
    PartyId second = house.customer("Second");
    house.plan(ANNA, TEN_PERCENT);
    house.unitOfWork.run(() -> house.merge.merge(second, first));
    String memo = house.unitOfWork.call(() -> house.merge.merge(party, second).memo());

    house.unitOfWork.run(() -> house.merge.undo(party, second, memo));
    house.happens(invoice(1, first, ANNA, line(1, "10")));

    assertEquals(1, house.unitOfWork.<Long>call(() -> house.merge.count(second).get(0).count()));
  }

  @Test
  void the_ledger_is_only_appended() {
    house.plan(ANNA, TEN_PERCENT);
    house.happens(invoice(1, party, ANNA, line(1, "100")));

    for (String sql :
        List.of(
            "update commissions.ledger set amount = 1",
            "delete from commissions.ledger",
            "truncate commissions.ledger cascade",
            "update commissions.plan_version set terms = '{}'")) {
      assertThrows(
          DataAccessFailed.class,
          () -> house.unitOfWork.run(() -> Sql.of(house.unitOfWork, sql).update()),
          sql);
    }
    assertEquals("1:10.00", house.ledger());
  }

  /** Stopped for a while, with a plan changed in between: the ledger is that of a twin. */
  @Test
  void catching_up_in_one_go_makes_the_ledger_of_a_twin_that_was_never_stopped() {
    House twin = new House();
    List<House> both = List.of(house, twin);
    PartyId[] parties = new PartyId[7];
    for (int i = 0; i < parties.length; i++) {
      parties[i] = house.customer("C" + i);
      twin.customer("C" + i);
    }
    twin.customer("as many as here");
    List<PlanId> plans = new ArrayList<>();
    for (House one : both) {
      PlanId plan = one.plan(ANNA, richPlan("7"));
      one.plans.assign(plan, new AssignPlan(Assignee.PERSON, "2", SINCE, null));
      one.define(plan, new PlanTerms(List.of(richPlan("7")), List.of(n("15"), n("5"))));
      plans.add(plan);
    }
    Random random = new Random(20261122);
    List<RecordedEvent<TradeEvent>> missed = new ArrayList<>();
    for (int i = 1; i <= 900; i++) {
      for (TradeEvent event : something(random, i, parties)) {
        RecordedEvent<TradeEvent> recorded = house.recorded(event);
        twin.handle(recorded);
        missed.add(recorded);
      }
      if (i % 200 == 0) {
        String percent = Integer.toString(i / 100);
        both.forEach(one -> one.clock.forward(Duration.ofMinutes(1)));
        for (int h = 0; h < 2; h++) {
          both.get(h)
              .define(plans.get(h), new PlanTerms(List.of(richPlan(percent)), List.of(n("10"))));
        }
        both.forEach(one -> one.clock.forward(Duration.ofMinutes(1)));
      }
    }

    for (int from = 0; from < missed.size(); from += 137) {
      house.handleAll(missed.subList(from, Math.min(missed.size(), from + 137)));
    }

    assertTrue(twin.whole().size() > 1000, "" + twin.whole().size());
    assertEquals(twin.whole(), house.whole());
  }

  @Test
  void a_batch_that_fails_in_the_middle_leaves_nothing_and_can_come_again() {
    house.plan(ANNA, TEN_PERCENT);
    List<RecordedEvent<TradeEvent>> events =
        List.of(
            house.recorded(invoice(1, party, ANNA, line(1, "100"))),
            house.recorded(invoice(2, party, ANNA, line(1, "200"))));

    assertThrows(
        IllegalStateException.class,
        () ->
            house.unitOfWork.run(
                () -> {
                  house.calculation.handleAll(events);
                  throw new IllegalStateException("killed");
                }));
    assertEquals("", house.ledger());
    house.handleAll(events);

    assertEquals("1:10.00 1:20.00", house.ledger());
  }

  private static List<TradeEvent> something(Random random, int i, PartyId[] parties) {
    PartyId party = parties[random.nextInt(parties.length)];
    var seller = random.nextBoolean() ? ANNA : BOB;
    int earlier = 1 + random.nextInt(i);
    String amount = (1 + random.nextInt(2000)) + "." + (10 + random.nextInt(90));
    return switch (random.nextInt(10)) {
      case 0 -> List.of(signed(i, party, seller, amount));
      case 1 ->
          List.of(annexed(earlier, party, seller, amount, Trade.DAY.plusDays(random.nextInt(300))));
      case 2 ->
          List.of(
              random.nextInt(3) == 0
                  ? resumed(earlier, party, Trade.DAY.plusDays(random.nextInt(500)))
                  : terminated(earlier, party, Trade.DAY.plusDays(random.nextInt(500))));
      case 3 -> List.of(credit(i, earlier, party, line(1, "-" + amount)));
      case 4, 5 -> List.of(paid(i, party, amount, earlier));
      case 6 -> List.of(returned(earlier, party, amount, earlier));
      default ->
          List.of(
              invoice(
                  i,
                  party,
                  seller,
                  Trade.DAY.plusDays(random.nextInt(60)),
                  line(1, amount, random.nextBoolean() ? contract(earlier) : null, List.of()),
                  line(2, "33.33", null, List.of("ALARM", "SENSOR"))));
    };
  }

  private static Rule[] richPlan(String percent) {
    List<Tier> tiers = List.of(Tier.of(n("0"), n("1")), Tier.of(n("3000"), n(percent)));
    return new Rule[] {
      Rule.of("sign", Trigger.SIGNATURE, Base.SUBSCRIPTION, Rate.percent(n(percent)))
          .takingBack(new Clawback(12, true)),
      Rule.of("post", Trigger.POSTING, Base.NET, Rate.percent(n(percent)))
          .on(Selection.all().first(4))
          .within(n("2"), n("60"), PLN)
          .takingBack(new Clawback(6, false)),
      Rule.of("pay", Trigger.PAYMENT, Base.NET, Rate.percent(n("1.25"))),
      Rule.of(
              "month",
              Trigger.PAYMENT,
              Base.NET,
              new Rate(RateKind.TIERS_MARGINAL, null, tiers, PeriodKind.MONTH))
          .within(null, null, PLN),
      Rule.of("group", Trigger.POSTING, Base.NET, Rate.percent(n("5")))
          .on(new Selection(List.of("ALARM"), null, null, null, null, false))
    };
  }

  private void everybody(String name, Assignee assignee, String subject, String percent) {
    PlanId plan = house.plans.add(PlanData.named(name)).id();
    house.plans.define(
        plan,
        new DefineVersion(
            SINCE,
            null,
            PlanTerms.of(Rule.of("r", Trigger.POSTING, Base.NET, Rate.percent(n(percent))))));
    house.plans.assign(plan, new AssignPlan(assignee, subject, SINCE, null));
  }

  private static Rule rule(Trigger trigger, Base base) {
    return Rule.of(trigger.name().toLowerCase(), trigger, base, Rate.percent(n("10")));
  }
}
