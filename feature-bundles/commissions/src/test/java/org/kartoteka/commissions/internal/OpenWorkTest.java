package org.kartoteka.commissions.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.kartoteka.commissions.internal.House.ANNA;
import static org.kartoteka.commissions.internal.House.BOB;
import static org.kartoteka.commissions.internal.House.n;
import static org.kartoteka.commissions.internal.Trade.DAY;
import static org.kartoteka.commissions.internal.Trade.invoice;
import static org.kartoteka.commissions.internal.Trade.line;

import java.util.Currency;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kartoteka.commissions.AccrualQuery;
import org.kartoteka.commissions.Base;
import org.kartoteka.commissions.DecideAccruals;
import org.kartoteka.commissions.PeriodKind;
import org.kartoteka.commissions.Rate;
import org.kartoteka.commissions.Rule;
import org.kartoteka.commissions.SettleStatements;
import org.kartoteka.commissions.Trigger;
import org.kartoteka.core.api.party.PartyId;
import org.kartoteka.core.api.trade.event.InvoicePosted;
import org.kartoteka.platform.api.security.UserId;

/** What stopping the feature would leave undone. */
class OpenWorkTest {

  private final House house = new House();
  private final PartyId party = house.customer("Customer");

  @BeforeEach
  void plans() {
    Rule ten = Rule.of("r", Trigger.POSTING, Base.NET, Rate.percent(n("10")));
    house.plan(ANNA, ten);
    house.plan(BOB, ten);
  }

  @Test
  void nothing_waits_while_nothing_was_earned() {
    assertEquals(List.of(), openWork());
  }

  @Test
  void what_waits_is_told_by_state_and_currency_and_what_was_refused_or_settled_is_not() {
    house.happens(
        invoice(1, party, ANNA, line(1, "100")),
        invoice(2, party, BOB, line(1, "200")),
        inEuros(invoice(3, party, BOB, line(1, "50"))));
    assertEquals(
        List.of(
            "commissions.impact.calculated[1, 5.00, EUR]",
            "commissions.impact.calculated[2, 30.00, PLN]"),
        openWork());

    house.accruals.grant(DecideAccruals.all(of(ANNA), null));
    house.accruals.refuse(DecideAccruals.all(of(BOB), "no"));
    assertEquals(List.of("commissions.impact.granted[1, 10.00, PLN]"), openWork());

    house.statements.settle(new SettleStatements(PeriodKind.MONTH, DAY, null));
    assertEquals(List.of(), openWork());
  }

  @Test
  void it_counts_for_everybody_whatever_the_asker_sees() {
    house.happens(invoice(1, party, ANNA, line(1, "100")));
    house.user.nowMay();

    assertEquals(List.of("commissions.impact.calculated[1, 10.00, PLN]"), openWork());
  }

  private List<String> openWork() {
    return house.unitOfWork.call(() -> house.openWork.openWork(Locale.ENGLISH));
  }

  private static AccrualQuery of(UserId person) {
    return new AccrualQuery(person, null, null, null, null, null);
  }

  private static InvoicePosted inEuros(InvoicePosted invoice) {
    return new InvoicePosted(
        invoice.document(),
        invoice.party(),
        invoice.issuedOn(),
        invoice.dueOn(),
        Currency.getInstance("EUR"),
        invoice.salesperson(),
        invoice.lines());
  }
}
