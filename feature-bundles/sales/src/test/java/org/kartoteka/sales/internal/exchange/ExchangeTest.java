package org.kartoteka.sales.internal.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.kartoteka.core.api.party.PartyId;
import org.kartoteka.platform.api.data.ExpectedRevision;
import org.kartoteka.platform.api.exchange.ExportQuery;
import org.kartoteka.platform.api.exchange.RowOutcome;
import org.kartoteka.sales.DocumentQuery;
import org.kartoteka.sales.DocumentView;
import org.kartoteka.sales.internal.House;

class ExchangeTest {

  private final House house = new House();
  private final PartyId party = house.customer("Kowalski");

  @Test
  void rows_of_one_number_make_one_invoice_that_keeps_it() {
    house.lineImporter.importRows(
        List.of(line("X1", "2", "10,50"), line("X2", "-1", "4"), line("X1", "1", "3")));
    house.lineImporter.importRows(List.of(line("X1", "1", "1")));
    house.documents.postDrafts(DocumentQuery.all());

    assertEquals(2, house.number("select count(*) from sales.document"));
    assertEquals(3_075, house.number("select gross * 100 from sales.document where number = 'X1'"));
    assertEquals(-492, house.number("select gross * 100 from sales.document where number = 'X2'"));
    assertEquals(
        RowOutcome.Kind.SKIPPED,
        house.lineImporter.importRows(List.of(line("X1", "1", "1"))).get(0).kind());
  }

  @Test
  void a_row_that_cannot_be_read_says_why() {
    RowOutcome refused =
        house
            .lineImporter
            .importRows(
                List.of(
                    Map.of("number", "X", "party", "Nobody", "date", "soon", "unitPrice", "much")))
            .get(0);

    assertEquals(
        List.of("party", "date", "unitPrice"),
        refused.errors().stream().map(error -> error.field()).toList());
  }

  @Test
  void a_payment_settles_the_invoice_it_names_and_is_taken_once() {
    DocumentView draft = house.documents.draft(House.invoice(party, House.line("x", "1", "100")));
    DocumentView invoice = house.documents.post(draft.id(), ExpectedRevision.any());
    Map<String, String> row =
        Map.of("date", "30.03.2026", "amount", "200,00", "invoice", invoice.number());

    RowOutcome first = house.paymentImporter.importRows(List.of(row)).get(0);
    RowOutcome second = house.paymentImporter.importRows(List.of(row)).get(0);

    assertEquals(RowOutcome.Kind.CREATED, first.kind());
    assertEquals(RowOutcome.Kind.SKIPPED, second.kind());
    assertEquals(0, house.documents.get(invoice.id()).open().signum());
    assertEquals(new BigDecimal("77.00"), house.payments.balances(party).get(0).free());
  }

  @Test
  void a_line_that_does_not_fit_the_others_of_its_invoice_is_refused() {
    house.customer("Nowak");
    Map<String, String> other = new HashMap<>(line("X1", "1", "1"));
    other.put("party", "Nowak");
    Map<String, String> later = new HashMap<>(line("X1", "1", "1"));
    later.put("date", "2026-03-02");

    List<RowOutcome> outcomes =
        house.lineImporter.importRows(List.of(line("X1", "1", "1"), other, later));
    RowOutcome next = house.lineImporter.importRows(List.of(other)).get(0);

    assertEquals(
        List.of("party", "date", "party"),
        Stream.of(outcomes.get(1), outcomes.get(2), next)
            .map(outcome -> outcome.errors().get(0).field())
            .toList());
    assertEquals(1, house.number("select count(*) from sales.document_line"));
  }

  @Test
  void a_payment_on_a_closed_day_is_refused_and_the_others_are_taken() {
    house.books.close(LocalDate.of(2026, 2, 28), null);

    List<RowOutcome> outcomes =
        house.paymentImporter.importRows(
            List.of(
                Map.of("date", "2026-02-28", "amount", "1", "party", "Kowalski"),
                Map.of("date", "2026-03-02", "amount", "-1", "party", "Kowalski"),
                Map.of("date", "2026-03-01", "amount", "1", "party", "Kowalski")));

    assertEquals(
        List.of(RowOutcome.Kind.REFUSED, RowOutcome.Kind.REFUSED, RowOutcome.Kind.CREATED),
        outcomes.stream().map(RowOutcome::kind).toList());
    assertEquals("date", outcomes.get(0).errors().get(0).field());
    assertEquals("amount", outcomes.get(1).errors().get(0).field());
    assertEquals(1, house.number("select count(*) from sales.payment"));
  }

  @Test
  void accounting_gets_a_row_for_each_rate_of_posted_documents_of_the_period() {
    DocumentView draft =
        house.documents.draft(
            House.invoice(party, House.line("x", "1", "100"), House.line("y", "1", "7")));
    house.documents.post(draft.id(), ExpectedRevision.any());
    house.documents.draft(House.invoice(party, House.line("draft", "1", "1")));
    List<List<String>> rows = new ArrayList<>();

    house.accounting.rows(
        new ExportQuery(Map.of("from", List.of("2026-03-01")), null, null),
        List.of("number", "partyName", "taxCode", "net", "tax", "gross"),
        rows::add);

    assertEquals(
        List.of(List.of("FV/2026/1", "Kowalski", "23", "107.00", "24.61", "131.61")), rows);
  }

  private static Map<String, String> line(String number, String quantity, String price) {
    return Map.of(
        "number",
        number,
        "party",
        "Kowalski",
        "date",
        "2026-03-01",
        "name",
        "thing",
        "quantity",
        quantity,
        "unitPrice",
        price);
  }
}
