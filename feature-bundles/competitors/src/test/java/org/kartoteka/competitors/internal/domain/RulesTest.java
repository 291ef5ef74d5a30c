package org.kartoteka.competitors.internal.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.kartoteka.competitors.PresenceData;
import org.kartoteka.competitors.PriceObservationData;
import org.kartoteka.competitors.ProductData;
import org.kartoteka.competitors.ProductId;
import org.kartoteka.competitors.ReactionState;
import org.kartoteka.competitors.StrategyChangeData;
import org.kartoteka.competitors.StrategyKind;
import org.kartoteka.core.api.party.PartyId;
import org.kartoteka.platform.api.money.Money;
import org.kartoteka.platform.api.problem.Findings;

class RulesTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 3, 31);

  private final Findings findings = new Findings();

  @Test
  void a_strategy_change_needs_kind_date_and_title() {
    Rules.normal(
        new StrategyChangeData(null, null, " \t", null, null, null, 7, null, null, null), findings);

    assertEquals(
        List.of("kind/required", "date/required", "title/required", "credibility/range"), codes());
  }

  @Test
  void a_strategy_change_may_be_announced_and_is_undecided_at_first() {
    StrategyChangeData data =
        Rules.normal(
            StrategyChangeData.of(StrategyKind.MERGER, TODAY.plusYears(1), " A \u0007merger "),
            findings);

    assertEquals(List.of(), codes());
    assertEquals("A  merger", data.title());
    assertEquals(ReactionState.UNDECIDED, data.reactionState());
  }

  @Test
  void nobody_observes_prices_of_the_future_negative_ones_or_of_another_age() {
    price(TODAY.plusDays(2), "1");
    price(TODAY, "-0.01");
    price(TODAY, "1.1234567");
    price(TODAY, "1e13");
    price(LocalDate.MAX, "1");
    price(TODAY, "0.00");

    assertEquals(
        List.of(
            "date/future",
            "price.amount/negative",
            "price.amount/amount",
            "price.amount/amount",
            "date/year",
            "date/future"),
        codes());
  }

  @Test
  void a_presence_is_of_two_parties_within_a_period() {
    PartyId one = new PartyId(1);

    Rules.normal(
        new PresenceData(
            one, one, new BigDecimal("100.01"), null, TODAY, TODAY.minusDays(1), null, null),
        findings);

    assertEquals(
        List.of("customerId/sameParty", "until/beforeStart", "sharePercent/range"), codes());
  }

  @Test
  void shares_have_two_decimals_at_most() {
    assertEquals(new BigDecimal("12.5"), findings.percent("share", new BigDecimal("12.500")));
    assertEquals(new BigDecimal("100"), findings.percent("share", new BigDecimal("1E+2")));
    assertNull(findings.percent("share", null));
    findings.percent("share", new BigDecimal("0.001"));
    assertEquals(List.of("share/decimals"), codes());
  }

  @Test
  void texts_lose_what_no_record_should_hold() {
    ProductData data =
        Rules.normal(new ProductData("Milk\u0000\n2 %", "\ud800", "l", "x".repeat(301)), findings);

    assertEquals("Milk 2 %", data.name());
    assertEquals("\ufffd", data.category());
    assertEquals(List.of("comparableProduct/tooLong"), codes());
  }

  private void price(LocalDate date, String amount) {
    Rules.normal(
        new PriceObservationData(
            new ProductId(1),
            date,
            new Money(new BigDecimal(amount), Currency.getInstance("EUR")),
            null,
            null,
            null),
        TODAY,
        findings);
  }

  private List<String> codes() {
    return findings.errors().stream().map(error -> error.field() + "/" + error.code()).toList();
  }
}
