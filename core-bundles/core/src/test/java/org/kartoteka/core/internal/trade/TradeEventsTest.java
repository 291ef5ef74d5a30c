package org.kartoteka.core.internal.trade;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Proxy;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kartoteka.core.api.party.PartyData;
import org.kartoteka.core.api.party.PartyId;
import org.kartoteka.core.api.trade.Allocation;
import org.kartoteka.core.api.trade.Billing;
import org.kartoteka.core.api.trade.ContractLine;
import org.kartoteka.core.api.trade.ContractTerms;
import org.kartoteka.core.api.trade.DocumentRef;
import org.kartoteka.core.api.trade.TradeLine;
import org.kartoteka.core.api.trade.event.ContractSigned;
import org.kartoteka.core.api.trade.event.ContractTerminated;
import org.kartoteka.core.api.trade.event.ContractTerminationWithdrawn;
import org.kartoteka.core.api.trade.event.InvoicePosted;
import org.kartoteka.core.api.trade.event.PaymentReceived;
import org.kartoteka.core.internal.CoreFixture;
import org.kartoteka.platform.api.feature.FeatureCatalog;
import org.kartoteka.platform.api.feature.FeatureState;
import org.kartoteka.platform.api.feature.FeatureView;
import org.kartoteka.platform.api.problem.Forbidden;
import org.kartoteka.platform.api.problem.InvalidInput;
import org.kartoteka.platform.api.problem.NotFound;
import org.kartoteka.platform.api.problem.Refused;
import org.kartoteka.platform.api.security.RecordScope;
import org.kartoteka.platform.api.security.UserId;

/** An ERP outside tells what was agreed, invoiced and paid. */
class TradeEventsTest {

  private static final Currency PLN = Currency.getInstance("PLN");
  private static final LocalDate DAY = LocalDate.of(2026, 3, 31);

  private static CoreFixture core;
  private static TradeEventsService trade;
  private static PartyId customer;

  @BeforeAll
  static void start() {
    core = new CoreFixture();
    core.users.with(1, "tester", "Test Person");
    trade =
        new TradeEventsService(
            core.unitOfWork,
            core.user,
            core.partyScopes,
            core.users,
            features(),
            new ToldDocuments(core.unitOfWork, core.acts),
            core.journal);
    customer = core.parties.register(PartyData.organisation("Customer")).id();
  }

  @AfterAll
  static void stop() {
    core.close();
  }

  @BeforeEach
  void everythingIsAllowed() {
    core.user.nowMay("*");
    core.scopes.nowReach(RecordScope.ALL);
  }

  @Test
  void what_is_told_twice_is_in_the_journal_once() {
    InvoicePosted invoice = invoice("FV/1", "100.00", "erp");

    assertTrue(trade.publish(invoice));
    assertFalse(trade.publish(invoice("FV/1", "100", "erp")));

    assertEquals(
        List.of(invoice),
        core.journal.events(InvoicePosted.class).stream()
            .filter(event -> event.document().isSame(invoice.document()))
            .toList());
  }

  @Test
  void something_else_of_the_same_invoice_is_refused() {
    trade.publish(invoice("FV/2", "100", "erp"));
    int before = core.journal.events().size();

    assertThrows(Refused.class, () -> trade.publish(invoice("FV/2", "101", "erp")));

    assertEquals(before, core.journal.events().size());
    assertTrue(trade.publish(invoice("FV/2", "101", "another-erp")));
  }

  @Test
  void a_payment_settles_only_what_the_same_system_has_told_of() {
    trade.publish(invoice("FV/3", "100", "erp"));

    assertEquals(
        List.of("allocations[1].document"),
        fields(() -> trade.publish(payment("B/1", "50", "FV/3", "FV/unknown"))));
    assertTrue(trade.publish(payment("B/1", "50", "FV/3")));
  }

  @Test
  void a_payment_cannot_settle_more_than_was_paid() {
    assertEquals(
        List.of("allocations"), fields(() -> trade.publish(payment("B/2", "1", "FV/3", "FV/4"))));
  }

  @Test
  void a_contract_that_nobody_signed_cannot_end() {
    ContractTerminated end =
        new ContractTerminated(new DocumentRef("erp", "K/7", "K/7"), customer, DAY, DAY, null);

    assertEquals(List.of("document"), fields(() -> trade.publish(end)));
    trade.publish(contract("K/7"));
    assertTrue(trade.publish(end));
  }

  @Test
  void a_termination_is_withdrawn_once_a_day_and_only_of_a_known_contract() {
    DocumentRef document = new DocumentRef("erp", "K/8", "K/8");
    ContractTerminationWithdrawn withdrawn =
        new ContractTerminationWithdrawn(document, customer, null, DAY, "a mistake");

    assertEquals(List.of("document"), fields(() -> trade.publish(withdrawn)));
    trade.publish(contract("K/8"));
    trade.publish(new ContractTerminated(document, customer, DAY, DAY, null));
    assertTrue(trade.publish(withdrawn));
    assertFalse(trade.publish(withdrawn), "told again");
    assertEquals(
        List.of("withdrawnOn"),
        fields(
            () ->
                trade.publish(
                    new ContractTerminationWithdrawn(document, customer, null, null, null))));
  }

  @Test
  void all_that_is_missing_is_named_at_once() {
    ContractSigned nothing =
        new ContractSigned(
            new DocumentRef("ERP!", null, null),
            null,
            new ContractTerms(
                null, null, null, null, null, null, null, List.of(line("1", "-1"), line("1", "1"))),
            null);

    assertEquals(
        List.of(
            "document.source",
            "document.key",
            "party",
            "signedOn",
            "terms.type",
            "terms.currency",
            "terms.startsOn",
            "terms.lines[0].unitPrice",
            "terms.lines[1].key"),
        fields(() -> trade.publish(nothing)));
  }

  @Test
  void the_name_of_a_feature_is_no_system_outside_and_a_seller_must_be_known() {
    assertEquals(
        List.of("document.source"), fields(() -> trade.publish(invoice("FV/9", "1", "sales"))));
    InvoicePosted stranger =
        new InvoicePosted(
            new DocumentRef("erp", "FV/10", ""),
            customer,
            DAY,
            null,
            PLN,
            new UserId(404),
            invoice("x", "1", "erp").lines());
    assertEquals(List.of("salesperson"), fields(() -> trade.publish(stranger)));
  }

  @Test
  void who_may_not_publish_or_does_not_reach_the_customer_tells_nothing() {
    core.user.nowMay("core.party.read");
    assertThrows(Forbidden.class, () -> trade.publish(invoice("FV/11", "1", "erp")));

    core.user.nowMay("*");
    core.scopes.nowReach(RecordScope.NONE);
    assertThrows(NotFound.class, () -> trade.publish(invoice("FV/11", "1", "erp")));
  }

  private static List<String> fields(Runnable act) {
    return assertThrows(InvalidInput.class, act::run).errors().stream()
        .map(error -> error.field())
        .toList();
  }

  private static InvoicePosted invoice(String key, String net, String source) {
    BigDecimal amount = new BigDecimal(net);
    return new InvoicePosted(
        new DocumentRef(source, key, key),
        customer,
        DAY,
        DAY.plusDays(14),
        PLN,
        new UserId(1),
        List.of(
            new TradeLine(
                1,
                null,
                null,
                "Monitoring",
                BigDecimal.ONE,
                "mo",
                amount,
                BigDecimal.ZERO,
                null,
                null,
                null,
                null,
                null,
                null)));
  }

  private static PaymentReceived payment(String key, String amount, String... settled) {
    return new PaymentReceived(
        new DocumentRef("erp", key, key),
        customer,
        DAY,
        new BigDecimal(amount),
        PLN,
        List.of(settled).stream()
            .map(one -> new Allocation(new DocumentRef("erp", one, one), BigDecimal.ONE))
            .toList());
  }

  private static ContractSigned contract(String key) {
    return new ContractSigned(
        new DocumentRef("erp", key, key),
        customer,
        new ContractTerms(
            "monitoring", null, null, null, DAY, null, PLN, List.of(line("1", "100"))),
        DAY);
  }

  private static ContractLine line(String key, String price) {
    return new ContractLine(
        key,
        null,
        "Monitoring",
        BigDecimal.ONE,
        "mo",
        new BigDecimal(price),
        null,
        null,
        new Billing(1, Billing.Due.IN_ADVANCE, null),
        DAY,
        null);
  }

  /** A house in which sales is the only feature. */
  private static FeatureCatalog features() {
    return (FeatureCatalog)
        Proxy.newProxyInstance(
            TradeEventsTest.class.getClassLoader(),
            new Class<?>[] {FeatureCatalog.class},
            (proxy, method, arguments) ->
                "sales".equals(arguments[0]) ? Optional.of(sales()) : Optional.empty());
  }

  private static FeatureView sales() {
    return new FeatureView(
        "sales",
        "Sales",
        "",
        "1",
        FeatureState.STOPPED,
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        null,
        0);
  }
}
