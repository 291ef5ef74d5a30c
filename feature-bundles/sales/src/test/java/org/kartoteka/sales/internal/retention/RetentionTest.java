package org.kartoteka.sales.internal.retention;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.kartoteka.core.api.party.PartyId;
import org.kartoteka.core.api.retention.RecordTraces;
import org.kartoteka.platform.api.data.ExpectedRevision;
import org.kartoteka.platform.api.money.Money;
import org.kartoteka.platform.api.privacy.DueRecord;
import org.kartoteka.platform.api.privacy.ErasedData;
import org.kartoteka.platform.api.privacy.RetentionKind;
import org.kartoteka.platform.api.record.RecordRef;
import org.kartoteka.sales.DocumentView;
import org.kartoteka.sales.InvoiceData;
import org.kartoteka.sales.PaymentData;
import org.kartoteka.sales.PaymentShare;
import org.kartoteka.sales.PaymentView;
import org.kartoteka.sales.internal.House;

/**
 * Names and words in the books are due some years after the year of the record. It is March 2026.
 */
class RetentionTest {

  private static final Instant FIVE_YEARS_AGO = Instant.parse("2021-03-31T10:00:00Z");

  private final House house = new House();
  private final List<RecordRef> forgotten = new ArrayList<>();
  private final RecordTraces traces =
      records -> {
        forgotten.addAll(records);
        return List.of();
      };
  private final RetentionKind documents = new PostedDocuments(house.unitOfWork, traces);
  private final RetentionKind payments = new ReceivedPayments(house.unitOfWork, traces);
  private final PartyId party = house.customer("Jan Kowalski");

  @Test
  void a_settled_invoice_is_due_years_after_the_end_of_its_year() {
    DocumentView old = invoice("2020-01-02");
    DocumentView endOfYear = invoice("2020-12-31");
    DocumentView young = invoice("2021-01-01");
    DocumentView unpaid = invoice("2020-05-01");
    draft("2020-05-01");
    pay(old, endOfYear, young);

    List<DueRecord> due = house.unitOfWork.call(() -> documents.due(FIVE_YEARS_AGO, null, 10));

    assertEquals(
        List.of(old.id().value(), endOfYear.id().value()),
        due.stream().map(DueRecord::id).toList());
    assertEquals(Instant.parse("2021-01-01T00:00:00Z"), due.get(0).since());
    assertEquals(party.value(), due.get(0).party());
    pay(unpaid);
    assertEquals(3, house.unitOfWork.call(() -> documents.due(FIVE_YEARS_AGO, null, 10)).size());
    assertEquals(
        old.number(),
        house
            .unitOfWork
            .call(() -> documents.labels(List.of(old.id().value())))
            .get(old.id().value()));
  }

  @Test
  void an_invoice_loses_its_words_and_keeps_number_amounts_and_turnover() {
    DocumentView old = invoice("2020-01-02");
    pay(old);
    long turnover = house.number("select count(*) from sales.turnover");

    List<ErasedData> erased =
        house.unitOfWork.call(() -> documents.erase(old.id().value(), "over"));

    assertEquals(List.of(ErasedData.all("sales.document", 1)), erased);
    DocumentView after = house.documents.get(old.id());
    assertEquals("–", after.partyName());
    assertNull(after.note());
    assertEquals(old.number(), after.number());
    assertEquals(old.gross(), after.gross());
    assertEquals(turnover, house.number("select count(*) from sales.turnover"));
    assertEquals(
        List.of(new RecordRef("sales.document", Long.toString(old.id().value()), "")), forgotten);
    assertTrue(house.unitOfWork.call(() -> documents.due(FIVE_YEARS_AGO, null, 10)).isEmpty());
  }

  @Test
  void a_payment_loses_what_the_payer_wrote_once_nothing_is_left_of_it() {
    DocumentView old = invoice("2020-01-02");
    PaymentView settled = pay(old);
    PaymentView waiting = pay();

    List<DueRecord> due = house.unitOfWork.call(() -> payments.due(FIVE_YEARS_AGO, null, 10));
    assertEquals(List.of(settled.id().value()), due.stream().map(DueRecord::id).toList());
    house.unitOfWork.run(() -> payments.erase(settled.id().value(), "over"));

    assertNull(house.payments.get(settled.id()).reference());
    assertEquals(settled.amount(), house.payments.get(settled.id()).amount());
    assertEquals("for Jan Kowalski", house.payments.get(waiting.id()).reference());
    assertTrue(house.unitOfWork.call(() -> payments.due(FIVE_YEARS_AGO, null, 10)).isEmpty());
  }

  private DocumentView draft(String issued) {
    return house.documents.draft(
        new InvoiceData(
            party,
            LocalDate.parse(issued),
            null,
            null,
            null,
            null,
            "for Jan Kowalski",
            List.of(House.line("x", "1", "100"))));
  }

  private DocumentView invoice(String issued) {
    return house.documents.post(draft(issued).id(), ExpectedRevision.any());
  }

  /** A payment in the year 2020 that settles the documents; one without is left as it is. */
  private PaymentView pay(DocumentView... settled) {
    BigDecimal sum =
        List.of(settled).stream().map(DocumentView::gross).reduce(BigDecimal.ZERO, BigDecimal::add);
    return house.payments.receive(
        new PaymentData(
            party,
            LocalDate.of(2020, 6, 1),
            new Money(sum.signum() == 0 ? BigDecimal.TEN : sum, House.PLN),
            null,
            "for Jan Kowalski",
            null,
            List.of(settled).stream().map(one -> PaymentShare.of(one.id(), one.gross())).toList()));
  }
}
