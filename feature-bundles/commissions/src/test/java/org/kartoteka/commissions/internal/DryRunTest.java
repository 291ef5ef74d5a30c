package org.kartoteka.commissions.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.kartoteka.commissions.internal.House.ANNA;
import static org.kartoteka.commissions.internal.House.BOB;
import static org.kartoteka.commissions.internal.House.BOSS;
import static org.kartoteka.commissions.internal.House.PLN;
import static org.kartoteka.commissions.internal.House.n;
import static org.kartoteka.commissions.internal.Trade.DAY;
import static org.kartoteka.commissions.internal.Trade.credit;
import static org.kartoteka.commissions.internal.Trade.invoice;
import static org.kartoteka.commissions.internal.Trade.line;
import static org.kartoteka.commissions.internal.Trade.paid;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.kartoteka.commissions.AssignPlan;
import org.kartoteka.commissions.Assignee;
import org.kartoteka.commissions.Base;
import org.kartoteka.commissions.DealEstimate;
import org.kartoteka.commissions.DealIdea;
import org.kartoteka.commissions.DryRunOrder;
import org.kartoteka.commissions.DryRunView;
import org.kartoteka.commissions.PeriodKind;
import org.kartoteka.commissions.PlanData;
import org.kartoteka.commissions.PlanId;
import org.kartoteka.commissions.PlanTerms;
import org.kartoteka.commissions.Rate;
import org.kartoteka.commissions.RateKind;
import org.kartoteka.commissions.Rule;
import org.kartoteka.commissions.Tier;
import org.kartoteka.commissions.Trigger;
import org.kartoteka.core.api.party.PartyId;
import org.kartoteka.platform.api.problem.InvalidInput;
import org.kartoteka.platform.api.security.RecordScope;
import org.kartoteka.platform.api.security.User;

class DryRunTest {

  private static final Rule TEN = Rule.of("r", Trigger.POSTING, Base.NET, Rate.percent(n("10")));
  private static final Rule PAID = Rule.of("p", Trigger.PAYMENT, Base.NET, Rate.percent(n("30")));

  private final House house = new House();
  private final PartyId party = house.customer("Customer");
  private final PlanId plan = house.plan(ANNA, TEN);

  @Test
  void the_same_plan_makes_no_difference_and_nothing_is_written() {
    something();
    List<String> before = house.whole();

    DryRunView view = house.dryRuns.run(order(null));

    assertEquals(2, view.documents());
    assertEquals(List.of(), view.rows());
    assertEquals(n("30.00"), view.persons().get(0).now().amount());
    assertEquals(0, view.persons().get(0).difference().signum());
    assertEquals(before, house.whole());
  }

  @Test
  void another_plan_says_what_it_would_have_meant_for_each_person_and_document() {
    something();

    DryRunView view = house.dryRuns.run(order(new PlanTerms(List.of(PAID), List.of(n("50")))));

    DryRunView.Person anna = view.persons().get(0);
    assertEquals(ANNA, anna.personId());
    assertEquals(n("30.00"), anna.now().amount());
    assertEquals(n("15.00"), anna.then().amount());
    DryRunView.Person boss = view.persons().get(1);
    assertEquals(BOSS, boss.personId());
    assertEquals(n("7.50"), boss.difference().amount());
    assertEquals("F/2", view.rows().get(0).document());
    assertEquals(n("-20.00"), view.rows().get(0).difference().amount());
  }

  @Test
  void persons_without_a_plan_can_be_asked_about_by_name() {
    house.happens(invoice(7, party, BOB, line(1, "100")));

    DryRunView view =
        house.dryRuns.run(
            new DryRunOrder(null, PlanTerms.of(TEN), DAY, DAY.plusDays(1), List.of(BOB)));

    assertEquals(n("10.00"), view.persons().get(0).difference().amount());
  }

  @Test
  void who_would_no_longer_get_anything_is_told_so() {
    house.define(plan, new PlanTerms(List.of(TEN), List.of(n("50"))));
    something();

    DryRunView view = house.dryRuns.run(order(PlanTerms.of(TEN)));

    DryRunView.Person boss = view.persons().get(1);
    assertEquals(BOSS, boss.personId());
    assertEquals(n("15.00"), boss.now().amount());
    assertEquals(n("-15.00"), boss.difference().amount());
  }

  @Test
  void only_persons_in_reach_are_told_of() {
    house.define(plan, new PlanTerms(List.of(TEN), List.of(n("50"))));
    something();
    house.scopes.nowReach(RecordScope.ownedBy(Set.of(BOSS)));
    house.user.nowMay("commissions.all.read", "commissions.plan.define");

    DryRunView view = house.dryRuns.run(order(null));

    assertEquals(List.of(BOSS), view.persons().stream().map(DryRunView.Person::personId).toList());
  }

  @Test
  void whoever_has_a_plan_by_his_role_can_ask_and_be_asked_about() {
    PlanId byRole = house.plans.add(PlanData.named("Of all sellers")).id();
    house.define(byRole, PlanTerms.of(TEN));
    house.plans.assign(byRole, new AssignPlan(Assignee.ROLE, "SALESPERSON", House.SINCE, null));
    house.happens(invoice(7, party, BOB, line(1, "100")));
    house.user.nowMay("commissions.plan.define", "commissions.own.read", "commissions.all.read");

    DryRunView view = house.dryRuns.run(new DryRunOrder(byRole, null, DAY, DAY.plusDays(1), null));
    DealEstimate estimate =
        house.user.runAs(
            new User(BOB, "bob", "Bob", Locale.ENGLISH, Set.of("commissions.own.read")),
            () ->
                house.dryRuns.estimate(
                    new DealIdea(PLN, null, null, n("40"), null, null, null, null, true)));

    assertEquals(n("10.00"), view.persons().get(0).now().amount());
    assertEquals(n("4.00"), estimate.total().amount());
  }

  @Test
  void a_deal_comes_on_top_of_what_was_added_up_in_the_period() {
    Rule tiers =
        Rule.of(
            "t",
            Trigger.POSTING,
            Base.NET,
            new Rate(
                RateKind.TIERS_MARGINAL,
                null,
                List.of(Tier.of(n("0"), n("10")), Tier.of(n("1000"), n("20"))),
                PeriodKind.QUARTER));
    house.define(plan, PlanTerms.of(tiers.within(null, null, PLN)));
    house.happens(invoice(7, party, ANNA, line(1, "900")));

    DealEstimate estimate =
        house.dryRuns.estimate(
            new DealIdea(PLN, null, null, n("300"), null, null, null, null, true));

    assertEquals(n("50.00"), estimate.total().amount());
  }

  @Test
  void a_deal_that_meets_the_quota_would_bring_the_bonus_too() {
    house.define(plan, PlanTerms.of(quota()));
    house.happens(invoice(7, party, ANNA, line(1, "900")));

    DealEstimate tooLittle = estimate("99");
    DealEstimate enough = estimate("100");

    assertEquals(n("9.90"), tooLittle.total().amount());
    assertEquals(n("210.00"), enough.total().amount());
    assertTrue(
        enough.parts().get(0).sentences().contains("commissions.step.tier-bonus[1000, 200]"));
  }

  @Test
  void a_dry_run_says_what_a_bonus_would_have_come_to() {
    something();

    DryRunView view =
        house.dryRuns.run(
            new DryRunOrder(plan, PlanTerms.of(quota()), DAY, DAY.plusMonths(2), null));

    assertEquals(n("200.00"), view.persons().get(0).difference().amount());
  }

  private DealEstimate estimate(String once) {
    return house.dryRuns.estimate(
        new DealIdea(PLN, null, null, n(once), null, null, null, null, true));
  }

  private static Rule quota() {
    return Rule.of(
            "t",
            Trigger.POSTING,
            Base.NET,
            new Rate(
                RateKind.TIERS_MARGINAL,
                null,
                List.of(Tier.of(n("0"), n("10")), new Tier(n("1000"), n("10"), n("200"))),
                PeriodKind.QUARTER))
        .within(null, null, PLN);
  }

  @Test
  void nonsense_is_refused_field_by_field() {
    InvalidInput refused =
        assertThrows(
            InvalidInput.class,
            () ->
                house.dryRuns.run(
                    new DryRunOrder(
                        null, PlanTerms.of(TEN.by("net ^ 2")), DAY, DAY.minusDays(1), null)));

    assertEquals(
        List.of("until", "planId", "terms.rules[0].formula"),
        refused.errors().stream().map(error -> error.field()).toList());
  }

  @Test
  void what_a_deal_would_bring_whoever_asks() {
    house.define(
        plan,
        PlanTerms.of(
            TEN, PAID, Rule.of("s", Trigger.SIGNATURE, Base.SUBSCRIPTION, Rate.percent(n("50")))));

    DealEstimate estimate =
        house.dryRuns.estimate(
            new DealIdea(PLN, n("100"), null, n("40"), null, null, null, null, true));

    assertEquals("Plan of 1", estimate.plan());
    assertEquals(n("106.00"), estimate.total().amount());
    assertEquals(3, estimate.parts().size());
    assertTrue(estimate.parts().get(0).sentences().size() > 3);
    assertEquals("", house.ledger());
  }

  private DryRunOrder order(PlanTerms terms) {
    return new DryRunOrder(plan, terms, DAY.minusDays(1), DAY.plusDays(1), null);
  }

  private void something() {
    house.happens(
        invoice(1, party, ANNA, line(1, "100")),
        invoice(2, party, ANNA, line(1, "300")),
        credit(3, 2, party, line(1, "-100")),
        paid(4, party, "50", 1),
        invoice(5, party, ANNA, DAY.plusMonths(2), line(1, "1000")));
  }
}
