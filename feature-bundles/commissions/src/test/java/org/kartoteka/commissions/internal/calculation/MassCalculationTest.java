package org.kartoteka.commissions.internal.calculation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.kartoteka.commissions.internal.House.ANNA;
import static org.kartoteka.commissions.internal.House.BOB;
import static org.kartoteka.commissions.internal.House.PLN;
import static org.kartoteka.commissions.internal.House.SINCE;
import static org.kartoteka.commissions.internal.House.n;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.kartoteka.commissions.AssignPlan;
import org.kartoteka.commissions.Assignee;
import org.kartoteka.commissions.Base;
import org.kartoteka.commissions.PlanId;
import org.kartoteka.commissions.PlanTerms;
import org.kartoteka.commissions.PlanVersionId;
import org.kartoteka.commissions.Rate;
import org.kartoteka.commissions.RateKind;
import org.kartoteka.commissions.Rule;
import org.kartoteka.commissions.Selection;
import org.kartoteka.commissions.Tier;
import org.kartoteka.commissions.Trigger;
import org.kartoteka.commissions.internal.House;
import org.kartoteka.commissions.internal.Trade;
import org.kartoteka.commissions.internal.domain.Beneficiary;
import org.kartoteka.commissions.internal.domain.Deal;
import org.kartoteka.commissions.internal.domain.DealKind;
import org.kartoteka.commissions.internal.domain.Movement;
import org.kartoteka.commissions.internal.domain.Reckoning;
import org.kartoteka.commissions.internal.domain.Totals;
import org.kartoteka.commissions.internal.domain.Version;
import org.kartoteka.core.api.party.PartyId;
import org.kartoteka.core.api.trade.TradeLine;
import org.kartoteka.core.api.trade.event.InvoicePosted;
import org.kartoteka.core.api.trade.event.TradeEvent;
import org.kartoteka.platform.api.data.Sql;
import org.kartoteka.platform.api.journal.RecordedEvent;

/**
 * Catching up many invoices gives what the definition gives one by one. The number of invoices, of
 * ten lines each, is {@code commissions.mass.invoices}.
 */
class MassCalculationTest {

  private static final int INVOICES = Integer.getInteger("commissions.mass.invoices", 1000);
  private static final int LINES = 10;
  private static final int AT_ONCE = 500;
  private static final int SAMPLE = 200;
  private static final List<Tier> TIERS =
      List.of(Tier.of(n("0"), n("1")), Tier.of(n("2000"), n("2.5")), Tier.of(n("8000"), n("4")));
  private static final PlanTerms TERMS =
      new PlanTerms(
          List.of(
              Rule.of(
                      "turnover",
                      Trigger.POSTING,
                      Base.NET,
                      new Rate(RateKind.TIERS_MARGINAL, null, TIERS, null))
                  .within(n("1"), n("300"), PLN),
              Rule.of("sensors", Trigger.POSTING, Base.NET, Rate.percent(n("3.75")))
                  .on(new Selection(List.of("SENSOR"), null, null, null, null, false))),
          List.of(n("10")));

  private final House house = new House();
  private final Random random = new Random(7);

  @Test
  void the_ledger_is_what_the_definition_says_of_each_invoice() {
    PlanId plan = house.plan(ANNA, TERMS.rules().toArray(new Rule[0]));
    house.define(plan, TERMS);
    house.plans.assign(plan, new AssignPlan(Assignee.PERSON, "2", SINCE, null));
    PartyId[] parties = new PartyId[100];
    for (int i = 0; i < parties.length; i++) {
      parties[i] = house.customer("C" + i);
    }
    Map<Integer, InvoicePosted> sample = new HashMap<>();
    for (int from = 0; from < INVOICES; from += AT_ONCE) {
      List<RecordedEvent<TradeEvent>> events = new ArrayList<>();
      for (int i = from; i < Math.min(INVOICES, from + AT_ONCE); i++) {
        InvoicePosted invoice = invoice(i, parties[random.nextInt(parties.length)]);
        events.add(house.recorded(invoice));
        if (random.nextInt(INVOICES) < SAMPLE) {
          sample.put(i, invoice);
        }
      }
      house.handleAll(events);
    }

    assertEquals(
        INVOICES,
        house.unitOfWork.<Long>call(
            () ->
                Sql.of(house.unitOfWork, "select count(distinct deal_id) from commissions.ledger")
                    .number()));
    sample.forEach((key, invoice) -> assertEquals(defined(invoice), stored(key), "" + key));
  }

  private Map<String, BigDecimal> defined(InvoicePosted invoice) {
    Version version =
        new Version(new PlanVersionId(1), new PlanId(1), "", 1, SINCE, Instant.EPOCH, TERMS);
    Movement made = Movement.made(1, invoice.issuedOn(), Lines.of(invoice.lines()), Map.of());
    Deal deal =
        Deal.of(DealKind.INVOICE, "", invoice.issuedOn(), invoice.currency(), 2).after(made);
    Map<String, BigDecimal> amounts = new HashMap<>();
    new Reckoning(id -> version, new Totals())
        .entries(
            deal,
            List.of(
                new Beneficiary(1, invoice.salesperson(), version.id(), n("100"), null, false),
                new Beneficiary(2, House.BOSS, version.id(), n("10"), 1L, false)),
            made)
        .forEach(
            entry ->
                amounts.put(
                    entry.beneficiary().person().value() + " " + entry.rule().key(),
                    entry.amount()));
    return amounts;
  }

  private Map<String, BigDecimal> stored(int key) {
    Map<String, BigDecimal> amounts = new HashMap<>();
    house.unitOfWork.run(
        () ->
            Sql.of(
                    house.unitOfWork,
                    "select l.person_id, l.rule, l.amount from commissions.ledger l join"
                        + " commissions.deal d on d.id = l.deal_id where d.key = ?",
                    Integer.toString(key))
                .list(
                    row ->
                        amounts.put(
                            row.getLong(1) + " " + row.getString(2), row.getBigDecimal(3))));
    return amounts;
  }

  private InvoicePosted invoice(int key, PartyId party) {
    TradeLine[] lines = new TradeLine[LINES];
    for (int i = 0; i < LINES; i++) {
      lines[i] =
          Trade.line(
              i + 1,
              BigDecimal.valueOf(1 + random.nextInt(200_000), 2).toPlainString(),
              null,
              i % 3 == 0 ? List.of("ALARM", "SENSOR") : List.of("ALARM"));
    }
    return Trade.invoice(key, party, random.nextBoolean() ? ANNA : BOB, lines);
  }
}
