package org.kartoteka.sales.internal.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.kartoteka.core.api.party.PartyId;
import org.kartoteka.core.api.trade.event.PaymentReturned;
import org.kartoteka.platform.api.data.ExpectedRevision;
import org.kartoteka.platform.api.exchange.ImportedRow;
import org.kartoteka.platform.api.exchange.RecordImporter;
import org.kartoteka.platform.api.exchange.RowOutcome;
import org.kartoteka.platform.api.exchange.UndoOutcome;
import org.kartoteka.platform.api.problem.FieldError;
import org.kartoteka.sales.DocumentId;
import org.kartoteka.sales.DocumentQuery;
import org.kartoteka.sales.DocumentView;
import org.kartoteka.sales.InvoiceData;
import org.kartoteka.sales.LineData;
import org.kartoteka.sales.PaymentId;
import org.kartoteka.sales.internal.House;

class UndoneImportsTest {

  private final House house = new House();
  private final PartyId party = house.customer("Kowalski");

  @Test
  void lines_that_were_not_touched_since_go_with_their_drafts() {
    List<RowOutcome> made =
        house.lineImporter.importRows(
            List.of(line("X1", "10.50"), line("X2", "4"), line("X1", "3")));
    List<RowOutcome> next = house.lineImporter.importRows(List.of(line("X1", "1")));

    List<UndoOutcome> undone = undo(house.lineImporter, join(made, next));

    assertEquals(List.of("REMOVED", "REMOVED", "REMOVED", "REMOVED"), kinds(undone));
    assertEquals(0, house.number("select count(*) from sales.document"));
  }

  @Test
  void lines_of_an_earlier_import_stay_with_their_tax_and_sums() {
    house.lineImporter.importRows(List.of(line("X1", "0.07"), line("X1", "0.07")));
    List<RowOutcome> later =
        house.lineImporter.importRows(List.of(line("X1", "0.07"), line("X1", "99")));

    List<UndoOutcome> undone = undo(house.lineImporter, later);

    DocumentView draft = house.documents.get(id(later.get(0)));
    assertEquals(List.of("REMOVED", "REMOVED"), kinds(undone));
    assertEquals(2, draft.lines().size());
    assertEquals(new BigDecimal("0.17"), draft.gross());
    assertEquals(
        draft.tax(),
        draft.lines().stream().map(one -> one.tax()).reduce(BigDecimal.ZERO, BigDecimal::add));
  }

  @Test
  void a_draft_that_was_changed_since_stays_whole() {
    List<RowOutcome> made =
        house.lineImporter.importRows(List.of(line("X1", "1"), line("X1", "2"), line("X2", "2")));
    DocumentView draft = house.documents.get(id(made.get(0)));
    LineData first = draft.lines().get(0).data();
    house.documents.change(
        draft.id(),
        ExpectedRevision.any(),
        new InvoiceData(
            party,
            draft.issuedOn(),
            draft.soldOn(),
            draft.dueOn(),
            draft.currency(),
            null,
            null,
            List.of(
                new LineData(
                    null, "Another", first.quantity(), null, first.unitPrice(), null, "23"),
                draft.lines().get(1).data())));

    List<UndoOutcome> undone = undo(house.lineImporter, made);

    assertEquals(List.of("REMOVED", "KEPT", "KEPT"), kinds(undone));
    assertEquals("undoChanged", undone.get(1).reasons().get(0).code());
    assertEquals(2, house.documents.get(draft.id()).lines().size());
  }

  @Test
  void a_posted_invoice_stays_and_says_so() {
    List<RowOutcome> made =
        house.lineImporter.importRows(List.of(line("X1", "1"), line("X2", "2"), line("X3", "3")));
    house.documents.remove(id(made.get(1)), ExpectedRevision.any());
    house.documents.post(id(made.get(0)), ExpectedRevision.any());

    List<UndoOutcome> undone = undo(house.lineImporter, made);

    assertEquals(List.of("REMOVED", "KEPT", "KEPT"), kinds(undone));
    assertEquals("undoGone", undone.get(1).reasons().get(0).code());
    assertEquals(FieldError.of("", "undoPosted", "X1"), undone.get(2).reasons().get(0));
    assertEquals(1, house.documents.count(DocumentQuery.all(), 10));
  }

  @Test
  void a_payment_goes_and_what_it_settled_is_open_again() {
    DocumentView invoice = invoice("100");
    List<RowOutcome> made =
        house.paymentImporter.importRows(
            List.of(
                Map.of("date", "2026-03-30", "amount", "200", "invoice", invoice.number()),
                Map.of("date", "2026-03-30", "amount", "7", "party", "Kowalski")));

    List<UndoOutcome> undone = undo(house.paymentImporter, made);

    assertEquals(List.of("REMOVED", "REMOVED"), kinds(undone));
    assertEquals(0, house.number("select count(*) from sales.payment"));
    assertEquals(0, house.number("select count(*) from sales.settlement"));
    assertEquals(new BigDecimal("123.00"), house.documents.get(invoice.id()).open());
    PaymentReturned event = house.journal.events(PaymentReturned.class).get(1);
    assertEquals(new BigDecimal("200"), event.amount());
    assertEquals(0, new BigDecimal("123").compareTo(event.allocations().get(0).amount()));
    assertEquals(
        List.of("CREATED"),
        house
            .paymentImporter
            .importRows(List.of(Map.of("date", "2026-03-30", "amount", "7", "party", "Kowalski")))
            .stream()
            .map(outcome -> outcome.kind().name())
            .toList());
  }

  @Test
  void a_payment_that_was_allocated_since_or_lies_in_a_closed_period_stays() {
    DocumentView invoice = invoice("1");
    List<RowOutcome> made =
        house.paymentImporter.importRows(
            List.of(
                Map.of("date", "2026-02-28", "amount", "5", "party", "Kowalski"),
                Map.of("date", "2026-03-30", "amount", "6", "party", "Kowalski"),
                Map.of("date", "2026-03-30", "amount", "7", "party", "Kowalski")));
    PaymentId allocated = new PaymentId(Long.parseLong(made.get(1).record().id()));
    house.payments.allocateOldestFirst(allocated, ExpectedRevision.any());
    house.books.close(LocalDate.of(2026, 2, 28), null);

    List<UndoOutcome> undone = undo(house.paymentImporter, made);

    assertEquals(List.of("REMOVED", "KEPT", "KEPT"), kinds(undone));
    assertEquals("undoChanged", undone.get(1).reasons().get(0).code());
    assertEquals("problem.sales.closed", undone.get(2).reasons().get(0).key());
    assertEquals(List.of("2026-02-28", "2026-02-28"), undone.get(2).reasons().get(0).arguments());
    assertEquals(0, house.documents.get(invoice.id()).open().signum());
    assertEquals(2, house.number("select count(*) from sales.payment"));
  }

  private DocumentView invoice(String net) {
    DocumentView draft = house.documents.draft(House.invoice(party, House.line("x", "1", net)));
    return house.documents.post(draft.id(), ExpectedRevision.any());
  }

  /** As an import takes its rows back: the last one first, a record once in each piece. */
  private static List<UndoOutcome> undo(RecordImporter importer, List<RowOutcome> made) {
    List<UndoOutcome> undone = new ArrayList<>();
    Set<String> kept = new HashSet<>();
    for (int at = made.size() - 1; at >= 0; at--) {
      RowOutcome row = made.get(at);
      String id = row.record().id();
      UndoOutcome outcome =
          importer
              .undo(
                  List.of(
                      new ImportedRow(
                          row.kind(), id, row.trace(), kept.contains(id) ? Set.of("") : Set.of())))
              .get(0);
      if (!outcome.reasons().isEmpty()) {
        kept.add(id);
      }
      undone.add(outcome);
    }
    return undone;
  }

  private static List<RowOutcome> join(List<RowOutcome> one, List<RowOutcome> other) {
    List<RowOutcome> both = new ArrayList<>(one);
    both.addAll(other);
    return both;
  }

  private static DocumentId id(RowOutcome row) {
    return new DocumentId(Long.parseLong(row.record().id()));
  }

  private static List<String> kinds(List<UndoOutcome> outcomes) {
    return outcomes.stream().map(outcome -> outcome.kind().name()).toList();
  }

  private static Map<String, String> line(String number, String price) {
    return Map.of(
        "number",
        number,
        "party",
        "Kowalski",
        "date",
        "2026-03-01",
        "name",
        "thing",
        "unitPrice",
        price);
  }
}
