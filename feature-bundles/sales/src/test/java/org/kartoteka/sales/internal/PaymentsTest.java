package org.kartoteka.sales.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.kartoteka.core.api.party.PartyId;
import org.kartoteka.core.api.trade.event.PaymentAllocated;
import org.kartoteka.core.api.trade.event.PaymentReceived;
import org.kartoteka.core.api.trade.event.PaymentReturned;
import org.kartoteka.platform.api.data.ExpectedRevision;
import org.kartoteka.platform.api.money.Money;
import org.kartoteka.platform.api.problem.InvalidInput;
import org.kartoteka.platform.api.problem.Refused;
import org.kartoteka.sales.DocumentView;
import org.kartoteka.sales.InvoiceData;
import org.kartoteka.sales.PaymentData;
import org.kartoteka.sales.PaymentReturn;
import org.kartoteka.sales.PaymentShare;
import org.kartoteka.sales.PaymentView;

class PaymentsTest {

  private final House house = new House();
  private final PartyId party = house.customer("Kowalski");

  @Test
  void part_payments_settle_an_invoice_step_by_step() {
    DocumentView invoice = invoice("100");

    PaymentView first = receive("50", PaymentShare.of(invoice.id(), new BigDecimal("50")));
    receive("73", PaymentShare.of(invoice.id(), new BigDecimal("73")));

    assertEquals(0, house.documents.get(invoice.id()).open().signum());
    assertEquals(0, first.free().signum());
    assertEquals(
        new BigDecimal("50"),
        house.journal.events(PaymentReceived.class).get(0).allocations().get(0).amount());
    assertThrows(
        InvalidInput.class, () -> receive("1", PaymentShare.of(invoice.id(), new BigDecimal("1"))));
    assertEquals(2, house.number("select count(*) from sales.payment"));
  }

  @Test
  void what_is_free_settles_the_oldest_first() {
    DocumentView one = invoice("10");
    DocumentView two = invoice("10");
    PaymentView payment = receive("20.00");

    PaymentView after = house.payments.allocateOldestFirst(payment.id(), ExpectedRevision.any());

    assertEquals(0, house.documents.get(one.id()).open().signum());
    assertEquals(new BigDecimal("4.60"), house.documents.get(two.id()).open());
    assertEquals(2, after.allocations().size());
    assertEquals(1, house.journal.events(PaymentAllocated.class).size());
    assertEquals(new BigDecimal("4.60"), house.payments.balances(party).get(0).open());
  }

  @Test
  void a_returned_payment_opens_what_it_settled() {
    DocumentView invoice = invoice("100");
    PaymentView payment = receive("150", PaymentShare.of(invoice.id(), new BigDecimal("123")));

    PaymentView after =
        house.payments.giveBack(
            payment.id(),
            ExpectedRevision.of(payment.revision()),
            new PaymentReturn(null, new BigDecimal("50"), "mistake", null));

    assertEquals(new BigDecimal("23.00"), house.documents.get(invoice.id()).open());
    assertEquals(0, after.free().signum());
    PaymentReturned event = house.journal.events(PaymentReturned.class).get(0);
    assertEquals(new BigDecimal("50"), event.amount());
    assertEquals(0, new BigDecimal("23").compareTo(event.allocations().get(0).amount()));
    assertThrows(
        InvalidInput.class,
        () ->
            house.payments.giveBack(
                payment.id(),
                ExpectedRevision.any(),
                new PaymentReturn(null, new BigDecimal("100.01"), "too much", null)));
  }

  @Test
  void a_refund_after_a_credit_note_leaves_nothing_open() {
    DocumentView invoice = invoice("100");
    PaymentView payment = receive("123", PaymentShare.of(invoice.id(), new BigDecimal("123")));
    DocumentView note =
        house.documents.cancel(invoice.id(), ExpectedRevision.any(), null, "returned goods");
    assertEquals(new BigDecimal("-123.00"), note.open());

    house.payments.giveBack(
        payment.id(),
        ExpectedRevision.any(),
        new PaymentReturn(null, new BigDecimal("123"), "refund", null));

    assertEquals(0, house.documents.get(invoice.id()).open().signum());
    assertEquals(0, house.documents.get(note.id()).open().signum());
    assertEquals(List.of(), house.payments.balances(party));
    assertEquals(
        0,
        house.number(
            "select count(*) from sales.document d where settled <> (select coalesce(sum(amount), 0)"
                + " from sales.settlement s where s.document_id = d.id)"));
  }

  @Test
  void a_refund_after_the_closing_writes_nothing_into_the_closed_period() {
    LocalDate february = LocalDate.of(2026, 2, 10);
    DocumentView draft =
        house.documents.draft(
            new InvoiceData(
                party,
                february,
                null,
                null,
                null,
                null,
                null,
                List.of(House.line("x", "1", "100"))));
    DocumentView invoice = house.documents.post(draft.id(), ExpectedRevision.any());
    PaymentView payment =
        receive(february, "123", PaymentShare.of(invoice.id(), new BigDecimal("123")));
    house.documents.cancel(invoice.id(), ExpectedRevision.any(), february, "returned goods");
    house.books.close(LocalDate.of(2026, 2, 28), null);

    house.payments.giveBack(
        payment.id(),
        ExpectedRevision.any(),
        new PaymentReturn(null, new BigDecimal("123"), "refund", null));

    assertEquals(
        3, house.number("select count(*) from sales.settlement where settled_on > '2026-02-28'"));
    assertEquals(0, house.documents.get(invoice.id()).open().signum());
    assertTrue(house.history.changes().toString().contains("refund"));
  }

  @Test
  void nothing_goes_back_before_it_came() {
    PaymentView payment = receive("5");

    InvalidInput invalid =
        assertThrows(
            InvalidInput.class,
            () ->
                house.payments.giveBack(
                    payment.id(),
                    ExpectedRevision.any(),
                    new PaymentReturn(House.TODAY.minusDays(1), new BigDecimal("5"), null, null)));

    assertEquals("returnedOn", invalid.errors().get(0).field());
  }

  @Test
  void what_does_not_fit_is_refused() {
    DocumentView draft = house.documents.draft(House.invoice(party, House.line("x", "1", "10")));
    DocumentView others = invoiceOf(house.customer("Another"), "10");

    assertThrows(
        InvalidInput.class, () -> receive("5", PaymentShare.of(others.id(), new BigDecimal("5"))));
    assertThrows(InvalidInput.class, () -> receive("5.001"));
    assertThrows(InvalidInput.class, () -> receive("-5"));
    assertThrows(
        InvalidInput.class, () -> receive("5", PaymentShare.of(draft.id(), new BigDecimal("5"))));
    house.books.close(House.TODAY, null);
    assertThrows(Refused.class, () -> receive("5"));
  }

  private DocumentView invoice(String price) {
    return invoiceOf(party, price);
  }

  private DocumentView invoiceOf(PartyId customer, String price) {
    DocumentView draft =
        house.documents.draft(House.invoice(customer, House.line("x", "1", price)));
    return house.documents.post(draft.id(), ExpectedRevision.any());
  }

  private PaymentView receive(String amount, PaymentShare... shares) {
    return receive(null, amount, shares);
  }

  private PaymentView receive(LocalDate day, String amount, PaymentShare... shares) {
    return house.payments.receive(
        new PaymentData(
            party,
            day,
            new Money(new BigDecimal(amount), House.PLN),
            "transfer",
            null,
            null,
            List.of(shares)));
  }
}
