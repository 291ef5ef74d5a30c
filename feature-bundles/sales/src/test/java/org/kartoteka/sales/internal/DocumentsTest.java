package org.kartoteka.sales.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.kartoteka.core.api.party.PartyId;
import org.kartoteka.core.api.trade.event.CreditNotePosted;
import org.kartoteka.core.api.trade.event.InvoicePosted;
import org.kartoteka.platform.api.data.ExpectedRevision;
import org.kartoteka.platform.api.data.PageRequest;
import org.kartoteka.platform.api.problem.Forbidden;
import org.kartoteka.platform.api.problem.InvalidInput;
import org.kartoteka.platform.api.problem.NotFound;
import org.kartoteka.platform.api.problem.Refused;
import org.kartoteka.platform.api.problem.StaleRevision;
import org.kartoteka.platform.api.security.UserId;
import org.kartoteka.sales.CorrectionData;
import org.kartoteka.sales.CorrectionData.CorrectedLine;
import org.kartoteka.sales.DocumentQuery;
import org.kartoteka.sales.DocumentState;
import org.kartoteka.sales.DocumentView;
import org.kartoteka.sales.ExchangeRate;
import org.kartoteka.sales.InvoiceData;
import org.kartoteka.sales.LineData;
import org.kartoteka.sales.ProductGroupData;
import org.kartoteka.sales.ProductGroupId;
import org.kartoteka.sales.TaxRate;
import org.kartoteka.sales.TurnoverQuery;
import org.kartoteka.sales.TurnoverRow;

class DocumentsTest {

  private final House house = new House();
  private final PartyId party = house.customer("Kowalski");

  @Test
  void posting_gives_the_next_number_and_tells_of_lines_with_their_groups() {
    ProductGroupId all = group("ALL", null);
    ProductGroupId alarms = group("ALARMS", all);
    house.product("A1", "100", alarms);

    DocumentView draft =
        house.documents.draft(House.invoice(party, LineData.of("A1", new BigDecimal("3"))));
    DocumentView posted = house.documents.post(draft.id(), ExpectedRevision.of(draft.revision()));

    assertEquals(DocumentState.DRAFT, draft.state());
    assertEquals("FV/2026/1", posted.number());
    assertEquals(new BigDecimal("369.00"), posted.gross());
    InvoicePosted event = house.journal.events(InvoicePosted.class).get(0);
    assertEquals("sales", event.document().source());
    assertEquals(List.of("ALL", "ALARMS"), event.lines().get(0).groups());
    assertEquals(new BigDecimal("3.00"), event.lines().get(0).cost());
    assertThrows(Refused.class, () -> house.documents.post(draft.id(), ExpectedRevision.any()));
    assertThrows(
        StaleRevision.class,
        () ->
            house.documents.change(
                draft.id(), ExpectedRevision.of(draft.revision()), posted.data()));
    assertThrows(Refused.class, () -> house.documents.remove(draft.id(), ExpectedRevision.any()));
  }

  @Test
  void a_posting_that_fails_leaves_no_gap() {
    DocumentView first = draft("10");
    DocumentView empty = house.documents.draft(House.invoice(party));

    assertThrows(Refused.class, () -> house.documents.postAll(List.of(first.id(), empty.id())));
    assertThrows(
        IllegalStateException.class,
        () ->
            house.unitOfWork.run(
                () -> {
                  house.documents.post(first.id(), ExpectedRevision.any());
                  throw new IllegalStateException();
                }));

    assertEquals("FV/2026/1", house.documents.post(first.id(), ExpectedRevision.any()).number());
  }

  @Test
  void a_correction_has_the_differences_and_settles_what_is_open() {
    DocumentView invoice = posted("10", "20");

    DocumentView note =
        house.documents.correct(
            invoice.id(),
            ExpectedRevision.any(),
            new CorrectionData(
                null, "wrong price", List.of(new CorrectedLine(2, null, new BigDecimal("15")))));

    assertEquals("FK/2026/1", note.number());
    assertEquals(new BigDecimal("-5.00"), note.net());
    assertEquals(new BigDecimal("-6.15"), note.gross());
    assertEquals(2, note.lines().get(0).position());
    assertEquals(0, note.open().signum());
    DocumentView after = house.documents.get(invoice.id());
    assertEquals(new BigDecimal("30.75"), after.open());
    CreditNotePosted event = house.journal.events(CreditNotePosted.class).get(0);
    assertEquals(invoice.number(), event.corrects().number());
    assertEquals(1, house.documents.corrections(invoice.id()).size());
  }

  @Test
  void an_invoice_is_cancelled_when_corrections_leave_nothing() {
    DocumentView invoice = posted("10.01", "20.03");
    house.documents.correct(
        invoice.id(),
        ExpectedRevision.any(),
        new CorrectionData(
            null, "less", List.of(new CorrectedLine(1, null, new BigDecimal("3.33")))));

    DocumentView note =
        house.documents.cancel(invoice.id(), ExpectedRevision.any(), null, "returned");

    DocumentView after = house.documents.get(invoice.id());
    assertEquals(DocumentState.CANCELLED, after.state());
    assertEquals(0, after.open().signum());
    assertEquals(0, note.open().signum());
    assertEquals(0, sum(TurnoverQuery.By.MONTH).signum());
    assertThrows(
        Refused.class,
        () -> house.documents.cancel(invoice.id(), ExpectedRevision.any(), null, "again"));
  }

  @Test
  void nothing_is_posted_or_corrected_in_a_closed_period() {
    DocumentView old =
        house.documents.draft(
            new InvoiceData(
                party,
                LocalDate.of(2026, 2, 28),
                null,
                null,
                null,
                null,
                null,
                List.of(House.line("x", "1", "10"))));
    DocumentView invoice = posted("10");
    house.books.close(LocalDate.of(2026, 3, 30), null);

    assertThrows(Refused.class, () -> house.documents.post(old.id(), ExpectedRevision.any()));
    house.books.close(House.TODAY, null);
    assertThrows(
        Refused.class,
        () -> house.documents.cancel(invoice.id(), ExpectedRevision.any(), null, "late"));
    assertThrows(InvalidInput.class, () -> house.books.close(null, " "));
    house.books.close(LocalDate.of(2026, 1, 31), "forgotten invoice");
    assertEquals("FV/2026/2", house.documents.post(old.id(), ExpectedRevision.any()).number());
  }

  @Test
  void the_rate_of_tax_is_that_of_the_day_of_sale() {
    house.taxRates.set(new TaxRate("23", LocalDate.of(2026, 4, 1), new BigDecimal("24")));

    DocumentView before = draft(LocalDate.of(2026, 3, 31));
    DocumentView after = draft(LocalDate.of(2026, 4, 1));

    assertEquals(new BigDecimal("23.00"), before.tax());
    assertEquals(new BigDecimal("24.00"), after.tax());
  }

  @Test
  void a_foreign_currency_needs_a_rate_of_the_day() {
    Currency eur = Currency.getInstance("EUR");
    DocumentView draft =
        house.documents.draft(
            new InvoiceData(
                party, null, null, null, eur, null, null, List.of(House.line("x", "1", "10"))));
    assertThrows(Refused.class, () -> house.documents.post(draft.id(), ExpectedRevision.any()));
    house.exchange.set(new ExchangeRate(eur, LocalDate.of(2026, 3, 30), new BigDecimal("4.2345")));

    DocumentView posted = house.documents.post(draft.id(), ExpectedRevision.any());

    assertEquals(new BigDecimal("4.2345"), posted.rate());
    assertEquals(
        0, new BigDecimal("42.345").compareTo(rows(TurnoverQuery.By.MONTH).get(0).homeNet()));
  }

  @Test
  void what_is_wrong_is_said_of_every_line_at_once() {
    InvalidInput invalid =
        assertThrows(
            InvalidInput.class,
            () ->
                house.documents.draft(
                    House.invoice(
                        party,
                        LineData.of("NONE", BigDecimal.ONE),
                        new LineData(null, null, BigDecimal.ZERO, null, null, null, "99"))));

    assertEquals(
        List.of(
            "lines[0].product",
            "lines[1].name",
            "lines[1].unitPrice",
            "lines[1].quantity",
            "lines[1].taxCode"),
        invalid.errors().stream().map(error -> error.field()).toList());
  }

  @Test
  void the_turnover_counts_groups_in_those_above_them() {
    ProductGroupId all = group("ALL", null);
    ProductGroupId alarms = group("ALARMS", all);
    house.product("A1", "100", alarms);
    house.product("B1", "7", all);
    house.documents.postAll(
        List.of(
            house.documents.draft(House.invoice(party, LineData.of("A1", BigDecimal.ONE))).id(),
            house.documents.draft(House.invoice(party, LineData.of("B1", BigDecimal.ONE))).id()));

    List<TurnoverRow> groups = rows(TurnoverQuery.By.GROUP);

    assertEquals(
        List.of("Group ALL", "Group ALARMS"), groups.stream().map(TurnoverRow::name).toList());
    assertEquals(0, new BigDecimal("107").compareTo(groups.get(0).net()));
    assertEquals(0, new BigDecimal("100").compareTo(groups.get(1).net()));
    assertEquals("Kowalski", rows(TurnoverQuery.By.PARTY).get(0).name());
    assertEquals(
        house.number("select sum(net) * 100 from sales.document_line"),
        sum(TurnoverQuery.By.MONTH).movePointRight(2).longValue());
  }

  @Test
  void a_barred_party_gets_no_invoice_and_one_out_of_reach_does_not_exist() {
    DocumentView draft = draft("10");
    house.barred.add(party);
    assertThrows(Refused.class, () -> house.documents.post(draft.id(), ExpectedRevision.any()));
    house.scope.nowReach(house.customer("Another"));
    assertThrows(NotFound.class, () -> house.documents.get(draft.id()));
    assertEquals(0, house.documents.count(DocumentQuery.all(), 10));
    house.user.nowMay("sales.document.read");
    assertThrows(Forbidden.class, () -> draft("10"));
  }

  @Test
  void a_document_bears_the_name_the_party_has_when_it_is_posted() {
    DocumentView draft = draft("10");
    house.parties.rename(party, "Kowalska");

    DocumentView posted = house.documents.post(draft.id(), ExpectedRevision.any());
    house.parties.rename(party, "Nowak");

    assertEquals("Kowalska", posted.partyName());
    assertEquals("Kowalska", house.documents.get(draft.id()).partyName());
  }

  @Test
  void a_salesperson_that_is_not_there_is_refused() {
    InvalidInput invalid =
        assertThrows(
            InvalidInput.class,
            () ->
                house.documents.draft(
                    new InvoiceData(
                        party, null, null, null, null, new UserId(99), null, List.of())));

    assertEquals("salespersonId", invalid.errors().get(0).field());
  }

  @Test
  void a_second_correction_starts_from_what_the_first_has_left() {
    DocumentView invoice = posted("10", "20");
    house.documents.correct(
        invoice.id(),
        ExpectedRevision.any(),
        new CorrectionData(
            null, "wrong", List.of(new CorrectedLine(2, null, new BigDecimal("15")))));

    List<BigDecimal> prices =
        house.documents.standing(invoice.id()).stream().map(line -> line.unitPrice()).toList();

    assertEquals(List.of(new BigDecimal("10"), new BigDecimal("15")), prices);
  }

  @Test
  void a_correction_with_too_many_digits_is_refused() {
    DocumentView invoice = posted("10");

    InvalidInput invalid =
        assertThrows(
            InvalidInput.class,
            () ->
                house.documents.correct(
                    invoice.id(),
                    ExpectedRevision.any(),
                    new CorrectionData(
                        null,
                        "wrong",
                        List.of(new CorrectedLine(1, null, new BigDecimal("1e20"))))));

    assertEquals("lines[0].unitPrice", invalid.errors().get(0).field());
  }

  @Test
  void the_books_cannot_be_closed_beyond_today_and_the_field_is_named() {
    InvalidInput invalid =
        assertThrows(InvalidInput.class, () -> house.books.close(House.TODAY.plusDays(1), null));

    assertEquals("closedUntil", invalid.errors().get(0).field());
  }

  @Test
  void lists_go_on_in_every_order() {
    for (int i = 1; i <= 5; i++) {
      posted(Integer.toString(i));
    }
    for (String sort : List.of("issuedOn", "-number", "gross")) {
      var first = house.documents.page(DocumentQuery.all(), new PageRequest(3, null, sort));
      var next = house.documents.page(DocumentQuery.all(), new PageRequest(3, first.next(), sort));
      assertEquals(3, first.items().size());
      assertEquals(2, next.items().size());
    }
    assertEquals(
        1,
        house.documents.count(
            new DocumentQuery("FV/2026/3", null, null, null, null, false, false, null, null, null),
            10));
  }

  @Test
  void what_is_printed_names_both_sides_and_the_taxes() {
    house.settings.set(SalesSettings.SELLER, "Firma\nul. Prosta 1");

    var printed = house.documents.printed(posted("10").id());

    assertTrue(printed.title().contains("FV/2026/1"));
    assertTrue(printed.toString().contains("Kowalski"));
    assertTrue(printed.toString().contains("ul. Prosta 1"));
    assertTrue(printed.toString().contains("23 (23%)"));
  }

  private ProductGroupId group(String code, ProductGroupId parent) {
    return house.catalogue.addGroup(new ProductGroupData(code, "Group " + code, parent)).id();
  }

  private DocumentView draft(String price) {
    return house.documents.draft(House.invoice(party, House.line("x", "1", price)));
  }

  private DocumentView draft(LocalDate soldOn) {
    return house.documents.draft(
        new InvoiceData(
            party, null, soldOn, null, null, null, null, List.of(House.line("x", "1", "100"))));
  }

  private DocumentView posted(String... prices) {
    LineData[] lines = new LineData[prices.length];
    for (int i = 0; i < prices.length; i++) {
      lines[i] = House.line("line " + i, "1", prices[i]);
    }
    DocumentView draft = house.documents.draft(House.invoice(party, lines));
    return house.documents.post(draft.id(), ExpectedRevision.any());
  }

  private List<TurnoverRow> rows(TurnoverQuery.By by) {
    return house.turnover.rows(new TurnoverQuery(null, null, null, null, by));
  }

  private BigDecimal sum(TurnoverQuery.By by) {
    return rows(by).stream().map(TurnoverRow::net).reduce(BigDecimal.ZERO, BigDecimal::add);
  }
}
