package org.kartoteka.commissions.internal.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.kartoteka.commissions.Base;
import org.kartoteka.commissions.PeriodKind;
import org.kartoteka.commissions.Rate;
import org.kartoteka.commissions.RateKind;
import org.kartoteka.commissions.Rule;
import org.kartoteka.commissions.Step;
import org.kartoteka.commissions.Tier;
import org.kartoteka.commissions.Trigger;

class ScaleTest {

  private static final List<Tier> TIERS =
      List.of(tier("0", "1"), tier("1000", "5"), tier("5000", "10"));

  @Test
  void an_amount_is_the_same_for_every_base() {
    assertEarned("50", Rate.fixed(number("50")), "1");
    assertEarned("50", Rate.fixed(number("50")), "99999");
    assertEarned("0", Rate.fixed(number("50")), "0");
  }

  @Test
  void a_share_is_exact() {
    assertEarned("0.0125", Rate.percent(number("1.25")), "1");
  }

  @Test
  void the_whole_base_gets_the_share_of_its_tier() {
    Rate whole = new Rate(RateKind.TIERS_WHOLE, null, TIERS, null);

    assertEarned("9.99", whole, "999");
    assertEarned("50", whole, "1000");
    assertEarned("249.9995", whole, "4999.99");
    assertEarned("500", whole, "5000");
  }

  @Test
  void each_part_of_the_base_gets_the_share_of_its_tier() {
    Rate marginal = new Rate(RateKind.TIERS_MARGINAL, null, TIERS, null);

    assertEarned("9.99", marginal, "999");
    assertEarned("10", marginal, "1000");
    assertEarned("60", marginal, "2000");
    assertEarned("310", marginal, "6000");
  }

  @Test
  void what_lies_below_the_first_tier_earns_nothing() {
    List<Tier> late = List.of(tier("100", "10"));

    assertEarned("0", new Rate(RateKind.TIERS_WHOLE, null, late, null), "99.99");
    assertEarned("10", new Rate(RateKind.TIERS_WHOLE, null, late, null), "100");
    assertEarned("0", new Rate(RateKind.TIERS_MARGINAL, null, late, null), "100");
    assertEarned("1", new Rate(RateKind.TIERS_MARGINAL, null, late, null), "110");
  }

  @Test
  void floor_and_cap_limit_what_is_earned_but_not_nothing() {
    Rule rule =
        Rule.of("r", Trigger.POSTING, Base.NET, Rate.percent(number("10")))
            .within(number("5"), number("100"), Currency.getInstance("PLN"));

    assertEquals(0, number("5").compareTo(new Scale(rule).earned(number("1"))));
    assertEquals(0, number("100").compareTo(new Scale(rule).earned(number("5000"))));
    assertEquals(0, BigDecimal.ZERO.compareTo(new Scale(rule).earned(BigDecimal.ZERO)));
  }

  @Test
  void what_is_taken_back_earns_the_same_less() {
    assertEarned("-10", Rate.percent(number("10")), "-100");
  }

  @Test
  void a_tier_that_is_reached_brings_its_bonus_and_one_above_it_replaces_it() {
    Rate whole =
        new Rate(
            RateKind.TIERS_WHOLE,
            null,
            List.of(bonus("0", "1", null), bonus("1000", "1", "50"), bonus("5000", "1", "300")),
            null);

    assertEarned("9.9999", whole, "999.99");
    assertEarned("60", whole, "1000");
    assertEarned("99.9999", whole, "4999.99");
    assertEarned("350", whole, "5000");
  }

  @Test
  void by_parts_the_bonuses_of_all_tiers_that_are_reached_add_up() {
    Rate marginal =
        new Rate(
            RateKind.TIERS_MARGINAL,
            null,
            List.of(bonus("0", "1", null), bonus("1000", "2", "50"), bonus("5000", "3", "300")),
            null);

    assertEarned("9.9999", marginal, "999.99");
    assertEarned("60", marginal, "1000");
    assertEarned("440", marginal, "5000");
  }

  @Test
  void a_bonus_is_within_the_limits_and_not_taken_back_of_a_base_that_never_brought_it() {
    Rate quota =
        new Rate(RateKind.TIERS_WHOLE, null, List.of(bonus("1000", "0", "50")), PeriodKind.QUARTER);
    Rule capped =
        Rule.of("r", Trigger.POSTING, Base.NET, quota)
            .within(null, number("30"), Currency.getInstance("PLN"));

    assertEquals(0, number("30").compareTo(new Scale(capped).earned(number("1000"))));
    assertEarned("0", quota, "-1000");
  }

  @Test
  void a_bonus_explains_itself() {
    List<Step> steps = new ArrayList<>();

    new Scale(
            rule(new Rate(RateKind.TIERS_MARGINAL, null, List.of(bonus("1000", "2", "50")), null)))
        .earned(number("1500"), steps);

    assertEquals(List.of("tier-marginal", "tier-bonus"), steps.stream().map(Step::key).toList());
    assertEquals(List.of(number("1000"), number("50")), steps.get(1).arguments());
  }

  @Test
  void tiers_explain_themselves_band_by_band() {
    List<Step> steps = new ArrayList<>();

    new Scale(rule(new Rate(RateKind.TIERS_MARGINAL, null, TIERS, null)))
        .earned(number("2000"), steps);

    assertEquals(List.of("tier-marginal", "tier-marginal"), steps.stream().map(Step::key).toList());
    assertEquals(
        List.of(number("1000"), number("2000"), number("5"), number("1000")),
        steps.get(1).arguments());
  }

  private static void assertEarned(String expected, Rate rate, String base) {
    BigDecimal earned = new Scale(rule(rate)).earned(number(base));
    assertEquals(0, number(expected).compareTo(earned), base + ": " + earned);
  }

  private static Rule rule(Rate rate) {
    return Rule.of("r", Trigger.POSTING, Base.NET, rate);
  }

  private static Tier tier(String from, String percent) {
    return Tier.of(number(from), number(percent));
  }

  private static Tier bonus(String from, String percent, String bonus) {
    return new Tier(number(from), number(percent), bonus == null ? null : number(bonus));
  }

  private static BigDecimal number(String text) {
    return new BigDecimal(text);
  }
}
