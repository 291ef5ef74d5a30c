package org.kartoteka.commissions.internal.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.kartoteka.commissions.Base;
import org.kartoteka.commissions.Clawback;
import org.kartoteka.commissions.PeriodKind;
import org.kartoteka.commissions.PlanId;
import org.kartoteka.commissions.PlanTerms;
import org.kartoteka.commissions.PlanVersionId;
import org.kartoteka.commissions.Rate;
import org.kartoteka.commissions.RateKind;
import org.kartoteka.commissions.Rule;
import org.kartoteka.commissions.Selection;
import org.kartoteka.commissions.Step;
import org.kartoteka.commissions.Tier;
import org.kartoteka.commissions.Trigger;
import org.kartoteka.platform.api.security.UserId;

/** The definition of commissions, movement by movement. */
class ReckoningTest {

  private static final Currency PLN = Currency.getInstance("PLN");
  private static final LocalDate DAY = LocalDate.of(2026, 3, 1);
  private static final String CONTRACT = "contracts/1";

  private static final Beneficiary ANNA = seller(1, "100");

  private PlanTerms terms;
  private Totals totals = new Totals();
  private Deal deal;
  private long event;

  @Test
  void an_invoice_earns_when_it_is_posted_and_a_credit_note_takes_its_part_back() {
    plan(posting(Rate.percent(n("10"))));

    assertAmounts("100.00", made(line("1000")));
    assertAmounts("-25.00", credited(line("-250")));
    assertAmounts("-75.00", credited(line("-750")));
    assertAmounts("", credited(line("-100")));
  }

  @Test
  void payment_earns_pro_rata_and_the_parts_sum_to_the_whole() {
    plan(payment(Rate.percent(n("10"))));

    assertAmounts("", made(line("100.05", "23")));
    assertAmounts("3.34", paid("41.02"));
    assertAmounts("3.33", paid("41.02"));
    assertAmounts("3.34", paid("41.02"));
    assertAmounts("", paid("10"));
  }

  @Test
  void half_a_penny_is_rounded_up_whatever_part_was_paid() {
    plan(payment(Rate.percent(n("10"))));
    made(line("3.00"));

    assertAmounts("0.03", paid("0.25"));
  }

  @Test
  void a_payment_that_returns_takes_back_what_it_earned() {
    plan(payment(Rate.percent(n("10"))));
    made(line("100"));
    paid("100");

    assertAmounts("-10.00", paid("-100"));
    assertAmounts("10.00", paid("100"));
  }

  @Test
  void a_refund_before_any_payment_comes_to_nothing() {
    plan(payment(Rate.percent(n("10"))));

    assertAmounts("", made(line("100")));
    assertAmounts("", credited(line("-40")));
    assertAmounts("", paid("-60"));
    assertAmounts("", credited(line("-60")));
    assertEquals(0, total());
  }

  @Test
  void a_corrected_invoice_is_paid_as_soon_as_the_rest_is_paid() {
    plan(payment(Rate.percent(n("10"))));
    made(line("100"));
    credited(line("-20"));

    assertAmounts("8.00", paid("80"));
  }

  @Test
  void a_payment_that_is_known_before_its_invoice_counts_when_it_is_posted() {
    plan(payment(Rate.percent(n("10"))));
    deal = Deal.of(DealKind.INVOICE, "F/1", DAY, PLN, 1);

    assertAmounts("", move(Movement.paid(++event, DAY, n("50"))));
    assertAmounts("5.00", move(Movement.made(++event, DAY, List.of(line("100")), Map.of())));
  }

  @Test
  void the_margin_is_never_below_zero_in_a_line_and_unknown_costs_count_nothing() {
    plan(Rule.of("m", Trigger.POSTING, Base.MARGIN, Rate.percent(n("50"))));

    List<Entry> entries =
        made(costing(1, "100", "60"), costing(2, "100", "150"), costing(3, "100", null));

    assertAmounts("20.00", entries);
    assertTrue(keys(entries).contains("unknown-costs"));
  }

  @Test
  void inner_groups_count_with_their_outer_ones() {
    plan(
        posting(Rate.percent(n("10")))
            .on(new Selection(List.of("ALARM"), List.of("CABLE"), null, null, null, false)));

    assertAmounts(
        "30.00",
        made(
            grouped(1, "100", "ALARM"),
            grouped(2, "200", "ALARM", "SENSOR"),
            grouped(3, "400", "ALARM", "CABLE"),
            grouped(4, "800", "VIDEO")));
  }

  @Test
  void only_lines_of_the_package_and_the_type_of_contract() {
    plan(
        posting(Rate.percent(n("10")))
            .on(new Selection(null, null, List.of("GOLD"), List.of("monitoring"), null, false)));
    deal = Deal.of(DealKind.INVOICE, "F/1", DAY, PLN, 1);

    assertAmounts(
        "10.00",
        move(
            Movement.made(
                1,
                DAY,
                List.of(contracted(1, "100", "GOLD"), contracted(2, "100", "SILVER"), line("100")),
                Map.of(CONTRACT, facts(1)))));
  }

  @Test
  void only_the_first_invoices_of_a_contract() {
    plan(posting(Rate.percent(n("10"))).on(Selection.all().first(3)));

    assertAmounts("10.00", invoiceOfContract(3));
    assertAmounts("", invoiceOfContract(4));
  }

  @Test
  void new_customers_bring_a_bonus_once() {
    plan(
        posting(Rate.fixed(n("200")))
            .on(new Selection(null, null, null, null, null, true))
            .within(null, null, PLN));

    deal = Deal.of(DealKind.INVOICE, "F/1", DAY, PLN, 1);
    assertAmounts("200.00", move(Movement.made(1, DAY, List.of(line("5")), Map.of())));
    totals = new Totals();
    deal = Deal.of(DealKind.INVOICE, "F/2", DAY, PLN, 2);
    assertAmounts("", move(Movement.made(2, DAY, List.of(line("5")), Map.of())));
  }

  @Test
  void a_signature_earns_on_the_subscription_and_is_clawed_back_when_the_contract_ends_early() {
    plan(signature(null).takingBack(new Clawback(12, false)));
    assertAmounts("100.00", signed());

    assertAmounts("-100.00", ended(LocalDate.of(2027, 2, 27)));
  }

  @Test
  void a_contract_that_lasted_long_enough_keeps_its_commission() {
    plan(signature(null).takingBack(new Clawback(12, false)));
    signed();

    assertAmounts("", ended(LocalDate.of(2027, 2, 28)));
  }

  @Test
  void what_was_served_can_be_kept() {
    plan(signature(null).takingBack(new Clawback(12, true)));
    signed();

    assertAmounts("-49.59", ended(LocalDate.of(2026, 8, 31)));
  }

  @Test
  void invoices_of_a_contract_that_ended_early_are_clawed_back_too() {
    plan(posting(Rate.percent(n("10"))).takingBack(new Clawback(12, false)));
    assertAmounts("10.00", invoiceOfContract(1));

    assertAmounts("-10.00", ended(LocalDate.of(2026, 5, 31)));
  }

  @Test
  void an_annex_that_raises_earns_more_and_one_that_lowers_takes_back_only_in_time() {
    plan(signature(null).takingBack(new Clawback(6, false)));
    signed();

    assertAmounts("50.00", annexed(LocalDate.of(2026, 4, 1), "1500"));
    assertAmounts("-100.00", annexed(LocalDate.of(2026, 8, 31), "500"));
    assertAmounts("", annexed(LocalDate.of(2026, 9, 1), "100"));
  }

  @Test
  void an_annex_that_lowers_takes_nothing_back_without_a_clawback() {
    plan(signature(null));
    signed();

    assertAmounts("", annexed(LocalDate.of(2026, 4, 1), "500"));
  }

  @Test
  void tiers_apply_to_each_document_or_to_what_a_period_adds_up() {
    List<Tier> tiers = List.of(Tier.of(n("0"), n("1")), Tier.of(n("1000"), n("2")));
    plan(
        posting(new Rate(RateKind.TIERS_WHOLE, null, tiers, PeriodKind.MONTH))
            .within(null, null, PLN));

    assertAmounts("6.00", made(line("600")));
    deal = null;
    List<Entry> crossing = made(line("600"));
    assertAmounts("18.00", crossing);
    assertTrue(keys(crossing).contains("period"));
    deal = null;
    assertAmounts(
        "6.00",
        move(Movement.made(++event, LocalDate.of(2026, 4, 1), List.of(line("600")), Map.of())));
  }

  @Test
  void marginal_tiers_of_a_period_and_a_credit_note_in_it() {
    List<Tier> tiers = List.of(Tier.of(n("0"), n("1")), Tier.of(n("1000"), n("2")));
    plan(
        posting(new Rate(RateKind.TIERS_MARGINAL, null, tiers, PeriodKind.QUARTER))
            .within(null, null, PLN));

    assertAmounts("20.00", made(line("1500")));
    assertAmounts("-10.00", credited(line("-500")));
  }

  @Test
  void a_quota_that_is_met_in_a_period_brings_a_bonus_once_and_gives_it_back_when_it_is_missed() {
    List<Tier> quota = List.of(Tier.of(n("0"), n("1")), new Tier(n("1000"), n("1"), n("500")));
    plan(
        posting(new Rate(RateKind.TIERS_MARGINAL, null, quota, PeriodKind.QUARTER))
            .within(null, null, PLN));

    List<Entry> met = made(line("1000"));
    assertAmounts("510.00", met);
    assertTrue(keys(met).contains("tier-bonus"));
    List<Entry> missed = credited(line("-0.01"));
    assertAmounts("-500.00", missed);
    assertFalse(keys(missed).contains("tier-bonus"));
    assertAmounts("500.00", credited(line("0.01")));
    deal = null;
    assertAmounts("20.00", made(line("2000")));
  }

  @Test
  void a_bonus_of_a_document_is_earned_with_it_pro_rata_and_lost_with_it() {
    List<Tier> large = List.of(new Tier(n("1000"), n("0"), n("60")));
    plan(payment(new Rate(RateKind.TIERS_WHOLE, null, large, null)).within(null, null, PLN));

    assertAmounts("", made(line("1200")));
    assertAmounts("30.00", paid("600"));
    assertAmounts("-30.00", credited(line("-300")));
  }

  @Test
  void shares_sum_to_the_whole_and_the_rest_goes_to_the_named_one() {
    plan(posting(Rate.percent(n("10"))));
    List<Beneficiary> team =
        List.of(
            new Beneficiary(1, new UserId(1), V, n("33.33"), null, false),
            new Beneficiary(2, new UserId(2), V, n("33.33"), null, true),
            new Beneficiary(3, new UserId(3), V, n("33.34"), null, false));

    List<Entry> entries = made(team, line("100"));

    assertAmounts("3.33 3.34 3.33", entries);
    assertAmounts(
        "-1.66 -1.68 -1.66", move(team, Movement.credited(++event, DAY, List.of(line("-50")))));
  }

  @Test
  void superiors_get_a_part_on_top_and_lose_it_with_the_seller() {
    plan(payment(Rate.percent(n("10"))));
    List<Beneficiary> chain =
        List.of(
            ANNA,
            new Beneficiary(2, new UserId(2), V, n("20"), 1L, false),
            new Beneficiary(3, new UserId(3), V, n("5"), 1L, false));
    made(chain, line("100"));

    assertAmounts("5.00 1.00 0.25", move(chain, Movement.paid(++event, DAY, n("50"))));
    assertAmounts("5.00 1.00 0.25", move(chain, Movement.paid(++event, DAY, n("50"))));
    assertAmounts("-10.00 -2.00 -0.50", move(chain, Movement.paid(++event, DAY, n("-100"))));
  }

  @Test
  void a_rule_in_a_currency_leaves_others_alone() {
    plan(posting(Rate.fixed(n("50"))).within(null, null, Currency.getInstance("EUR")));

    assertAmounts("", made(line("100")));
  }

  @Test
  void a_formula_is_a_base_like_any_other() {
    plan(posting(Rate.percent(n("10"))).by("IF(net > 1000, net - 1000, 0)"));

    List<Entry> entries = made(line("1500"));

    assertAmounts("50.00", entries);
    assertTrue(keys(entries).contains("formula"));
  }

  @Test
  void every_amount_explains_itself() {
    plan(payment(Rate.percent(n("10"))));
    made(line("100"));
    paid("50");

    assertEquals(
        List.of(
            "plan", "because.paid", "lines", "net", "paid", "percent", "due", "before", "amount"),
        keys(paid("25")));
  }

  @Test
  void yen_have_no_pennies() {
    plan(posting(Rate.percent(n("2.5"))));
    deal = Deal.of(DealKind.INVOICE, "F/1", DAY, Currency.getInstance("JPY"), 1);

    assertAmounts("3", move(Movement.made(1, DAY, List.of(line("101")), Map.of())));
  }

  private static final PlanVersionId V = new PlanVersionId(1);

  private void plan(Rule... rules) {
    terms = PlanTerms.of(rules);
  }

  private static Rule posting(Rate rate) {
    return Rule.of("r", Trigger.POSTING, Base.NET, rate);
  }

  private static Rule payment(Rate rate) {
    return Rule.of("r", Trigger.PAYMENT, Base.NET, rate);
  }

  private static Rule signature(Rate rate) {
    return Rule.of(
        "s", Trigger.SIGNATURE, Base.SUBSCRIPTION, rate == null ? Rate.percent(n("10")) : rate);
  }

  private List<Entry> made(DealLine... lines) {
    return made(List.of(ANNA), lines);
  }

  private List<Entry> made(List<Beneficiary> team, DealLine... lines) {
    deal = Deal.of(DealKind.INVOICE, "F/" + ++event, DAY, PLN, 1);
    if (event > 1 && team.contains(ANNA)) {
      return move(
          List.of(seller(event, "100")), Movement.made(event, DAY, List.of(lines), Map.of()));
    }
    return move(team, Movement.made(event, DAY, List.of(lines), Map.of()));
  }

  private List<Entry> invoiceOfContract(int number) {
    deal = Deal.of(DealKind.INVOICE, "F/" + number, DAY, PLN, number);
    totals = new Totals();
    return move(
        Movement.made(
            ++event, DAY, List.of(contracted(1, "100", null)), Map.of(CONTRACT, facts(number))));
  }

  private List<Entry> signed() {
    deal = Deal.of(DealKind.CONTRACT, "U/1", DAY, PLN, 1);
    return move(
        Movement.made(
            ++event, DAY, List.of(contracted(1, "1000", null)), Map.of(CONTRACT, facts(0))));
  }

  private List<Entry> annexed(LocalDate on, String monthly) {
    return move(
        Movement.annexed(++event, on, new Annex("1", on), List.of(contracted(1, monthly, null))));
  }

  private List<Entry> ended(LocalDate day) {
    return move(Movement.ended(++event, day, CONTRACT, facts(0).ended(day)));
  }

  private List<Entry> credited(DealLine line) {
    return move(Movement.credited(++event, DAY, List.of(line)));
  }

  private List<Entry> paid(String amount) {
    return move(Movement.paid(++event, DAY, n(amount)));
  }

  private List<Entry> move(Movement movement) {
    return move(List.of(ANNA), movement);
  }

  private List<Entry> move(List<Beneficiary> team, Movement movement) {
    if (deal == null) {
      deal = Deal.of(DealKind.INVOICE, "F/" + event, DAY, PLN, 1);
      team = List.of(seller(event, "100"));
    }
    deal = deal.after(movement);
    Version version = new Version(V, new PlanId(1), "Plan", 1, DAY, Instant.EPOCH, terms);
    return new Reckoning(id -> version, totals).entries(deal, team, movement);
  }

  private int total() {
    return totals.claim(new ClaimKey(1, "r")).amount().signum();
  }

  private static void assertAmounts(String expected, List<Entry> entries) {
    List<String> amounts = new ArrayList<>();
    entries.stream()
        .filter(entry -> entry.amount().signum() != 0)
        .forEach(entry -> amounts.add(entry.amount().toPlainString()));
    assertEquals(expected, String.join(" ", amounts));
  }

  private static List<String> keys(List<Entry> entries) {
    return entries.get(0).steps().stream().map(Step::key).toList();
  }

  private static Beneficiary seller(long id, String share) {
    return new Beneficiary(id, new UserId(1), V, n(share), null, false);
  }

  private static ContractFacts facts(int invoice) {
    return new ContractFacts("monitoring", DAY, null, invoice);
  }

  private static DealLine line(String net) {
    return line(net, "0");
  }

  private static DealLine line(String net, String tax) {
    return new DealLine(9, List.of(), BigDecimal.ONE, n(net), n(tax), null, null, null, false);
  }

  private static DealLine costing(int position, String net, String cost) {
    return new DealLine(
        position,
        List.of(),
        BigDecimal.ONE,
        n(net),
        BigDecimal.ZERO,
        cost == null ? null : n(cost),
        null,
        null,
        false);
  }

  private static DealLine grouped(int position, String net, String... groups) {
    return new DealLine(
        position,
        List.of(groups),
        BigDecimal.ONE,
        n(net),
        BigDecimal.ZERO,
        null,
        null,
        null,
        false);
  }

  private static DealLine contracted(int position, String net, String packageType) {
    return new DealLine(
        position,
        List.of(),
        BigDecimal.ONE,
        n(net),
        BigDecimal.ZERO,
        null,
        CONTRACT,
        packageType,
        true);
  }

  private static BigDecimal n(String text) {
    return new BigDecimal(text);
  }
}
