package org.kartoteka.commissions.internal.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.kartoteka.commissions.Base;
import org.kartoteka.commissions.PeriodKind;
import org.kartoteka.commissions.PlanTerms;
import org.kartoteka.commissions.Rate;
import org.kartoteka.commissions.RateKind;
import org.kartoteka.commissions.Rule;
import org.kartoteka.commissions.Tier;
import org.kartoteka.commissions.Trigger;
import org.kartoteka.platform.api.problem.FieldError;
import org.kartoteka.platform.api.problem.Findings;

class TermsTest {

  private static final BigDecimal BONUS = new BigDecimal("500");

  private final Findings findings = new Findings();

  @Test
  void in_a_tier_with_a_bonus_alone_the_share_of_the_one_below_goes_on() {
    PlanTerms terms =
        normal(
            new Tier(BigDecimal.ONE, null, BONUS),
            Tier.of(BigDecimal.valueOf(2), BigDecimal.TEN),
            new Tier(BigDecimal.TEN, null, BONUS));

    assertEquals(List.of(), findings.errors());
    assertEquals(
        List.of(
            new Tier(BigDecimal.ONE, BigDecimal.ZERO, BONUS),
            Tier.of(BigDecimal.valueOf(2), BigDecimal.TEN),
            new Tier(BigDecimal.TEN, BigDecimal.TEN, BONUS)),
        terms.rules().get(0).rate().tiers());
  }

  @Test
  void a_bonus_is_not_negative_and_a_tier_has_a_share_or_a_bonus() {
    normal(new Tier(BigDecimal.ONE, null, BONUS.negate()), new Tier(BigDecimal.TEN, null, null));

    assertEquals(
        List.of(
            "terms.rules[0].rate.tiers[0].bonus negative",
            "terms.rules[0].rate.tiers[1].percent required"),
        findings.errors().stream().map(TermsTest::said).toList());
  }

  private static String said(FieldError error) {
    return error.field() + " " + error.code();
  }

  private PlanTerms normal(Tier... tiers) {
    Rate rate = new Rate(RateKind.TIERS_MARGINAL, null, List.of(tiers), PeriodKind.QUARTER);
    Rule rule =
        Rule.of("r", Trigger.POSTING, Base.NET, rate)
            .within(null, null, Currency.getInstance("PLN"));
    return Terms.normal(PlanTerms.of(rule), findings);
  }
}
