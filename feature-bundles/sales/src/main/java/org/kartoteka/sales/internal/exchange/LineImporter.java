package org.kartoteka.sales.internal.exchange;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Currency;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.kartoteka.core.api.party.PartyId;
import org.kartoteka.core.api.party.PartyLookup;
import org.kartoteka.core.api.party.PartyNames;
import org.kartoteka.core.api.party.PartyRegister;
import org.kartoteka.core.api.party.PartyScope;
import org.kartoteka.platform.api.act.RecordKeeping;
import org.kartoteka.platform.api.exchange.ImportField;
import org.kartoteka.platform.api.exchange.ImportedRow;
import org.kartoteka.platform.api.exchange.RecordImporter;
import org.kartoteka.platform.api.exchange.RowCells;
import org.kartoteka.platform.api.exchange.RowOutcome;
import org.kartoteka.platform.api.exchange.UndoOutcome;
import org.kartoteka.platform.api.problem.Findings;
import org.kartoteka.platform.api.record.RecordRef;
import org.kartoteka.platform.api.security.RecordAction;
import org.kartoteka.platform.api.security.UserDirectory;
import org.kartoteka.platform.api.security.UserId;
import org.kartoteka.platform.api.security.UserView;
import org.kartoteka.sales.DocumentId;
import org.kartoteka.sales.DocumentState;
import org.kartoteka.sales.DocumentView;
import org.kartoteka.sales.ExchangeRates;
import org.kartoteka.sales.InvoiceData;
import org.kartoteka.sales.LineData;
import org.kartoteka.sales.LineView;
import org.kartoteka.sales.ProductView;
import org.kartoteka.sales.SalesDocuments;
import org.kartoteka.sales.internal.Documents;
import org.kartoteka.sales.internal.SalesSettings;
import org.kartoteka.sales.internal.data.CatalogueRows;
import org.kartoteka.sales.internal.data.DocumentRows;
import org.kartoteka.sales.internal.data.RateRows;
import org.kartoteka.sales.internal.data.SalesPermissions;
import org.kartoteka.sales.internal.domain.DayRates;
import org.kartoteka.sales.internal.domain.DocumentRules;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Imports lines of invoices that got their numbers elsewhere. Rows of one number make one draft,
 * also across batches; posting the drafts keeps the numbers. Lines that take back have a negative
 * quantity.
 */
@Component(service = RecordImporter.class)
public final class LineImporter implements RecordImporter {

  static final String TYPE = "sales.line";

  private static final String SERIES = "imported";

  private final RecordKeeping keeping;
  private final DocumentRows documents;
  private final CatalogueRows products;
  private final RateRows rates;
  private final ExchangeRates exchange;
  private final SalesSettings settings;
  private final PartyRegister parties;
  private final PartyScope scope;
  private final PartyNames names;
  private final UserDirectory users;

  @Activate
  public LineImporter(
      @Reference RecordKeeping keeping,
      @Reference DocumentRows documents,
      @Reference CatalogueRows products,
      @Reference RateRows rates,
      @Reference ExchangeRates exchange,
      @Reference SalesSettings settings,
      @Reference PartyRegister parties,
      @Reference PartyScope scope,
      @Reference PartyNames names,
      @Reference UserDirectory users) {
    this.keeping = keeping;
    this.documents = documents;
    this.products = products;
    this.rates = rates;
    this.exchange = exchange;
    this.settings = settings;
    this.parties = parties;
    this.scope = scope;
    this.names = names;
    this.users = users;
  }

  /** What stands in a row. */
  private record Row(
      String number,
      PartyId party,
      LocalDate day,
      Currency currency,
      UserId salesperson,
      LineData line) {}

  /** What rows of a batch are read with. */
  private record Known(
      PartyLookup parties,
      Map<String, ProductView> products,
      Map<String, UserId> users,
      DayRates rates,
      Map<String, DocumentId> taken,
      Map<String, DocumentView> drafts) {}

  @Override
  public String type() {
    return TYPE;
  }

  @Override
  public String permission() {
    return SalesPermissions.IMPORT;
  }

  @Override
  public List<ImportField> fields() {
    return List.of(
        field("number", true, "invoiceno", "invoice no", "nr faktury", "номер", "opportunity_id"),
        field("party", true, "customerid", "customer", "account", "klient", "клиент"),
        field("date", true, "invoicedate", "invoice date", "close_date", "data", "дата"),
        field("product", false, "stockcode", "code", "kod", "код"),
        field("name", false, "description", "nazwa", "наименование"),
        field("quantity", false, "ilość", "количество"),
        field("unitPrice", true, "unitprice", "price", "close_value", "cena", "цена"),
        field("currency", false, "waluta", "валута", "валюта"),
        field("taxCode", false, "vat", "stawka", "ставка"),
        field("salesperson", false, "sales_agent", "handlowiec", "търговец", "продавец"));
  }

  @Override
  public List<RowOutcome> importRows(List<Map<String, String>> rows) {
    return keeping.with(SalesPermissions.IMPORT, () -> taken(rows));
  }

  private List<RowOutcome> taken(List<Map<String, String>> rows) {
    Known known = known(rows);
    RowOutcome[] outcomes = new RowOutcome[rows.size()];
    Map<String, List<Integer>> places = new LinkedHashMap<>();
    Map<String, List<Row>> read = new LinkedHashMap<>();
    for (int at = 0; at < rows.size(); at++) {
      RowCells cells = new RowCells(rows.get(at));
      Row row = read(cells, known);
      fits(cells, row, read.get(row.number()), known);
      if (!cells.errors().isEmpty()) {
        outcomes[at] = RowOutcome.refused(cells.errors());
      } else if (known.taken().containsKey(row.number())) {
        outcomes[at] = RowOutcome.skipped(reference(known.taken().get(row.number()), row.number()));
      } else {
        places.computeIfAbsent(row.number(), number -> new ArrayList<>()).add(at);
        read.computeIfAbsent(row.number(), number -> new ArrayList<>()).add(row);
      }
    }
    write(read, known).forEach(draft -> tell(draft, places.get(draft.givenNumber()), outcomes));
    return List.of(outcomes);
  }

  /** The rows of a draft made its last lines, in their order. */
  private static void tell(DocumentView draft, List<Integer> rows, RowOutcome[] outcomes) {
    List<String> states = DraftStates.of(draft);
    int before = states.size() - rows.size();
    for (int at = 0; at < rows.size(); at++) {
      outcomes[rows.get(at)] =
          RowOutcome.created(reference(draft.id(), draft.givenNumber()), states.get(before + at));
    }
  }

  @Override
  public boolean undoes() {
    return true;
  }

  /** Takes the lines from drafts again; a draft that was changed or posted since stays whole. */
  @Override
  public List<UndoOutcome> undo(List<ImportedRow> imported) {
    return keeping.with(
        SalesPermissions.IMPORT,
        () -> {
          List<DocumentId> ids =
              imported.stream().map(row -> new DocumentId(Long.parseLong(row.recordId()))).toList();
          documents.lock(ids);
          Map<DocumentId, DocumentView> found =
              documents.find(ids).stream()
                  .collect(Collectors.toMap(DocumentView::id, document -> document));
          List<UndoOutcome> outcomes = new ArrayList<>();
          for (int at = 0; at < ids.size(); at++) {
            outcomes.add(undone(imported.get(at), found.get(ids.get(at))));
          }
          return outcomes;
        });
  }

  private UndoOutcome undone(ImportedRow row, DocumentView draft) {
    if (draft == null) {
      return Kept.gone();
    }
    if (draft.state() != DocumentState.DRAFT) {
      return Kept.because("undoPosted", draft.number());
    }
    List<String> states = DraftStates.of(draft);
    boolean same = !states.isEmpty() && states.get(states.size() - 1).equals(row.trace());
    if (!same || !row.edited().isEmpty()) {
      return Kept.changed();
    }
    scope.require(draft.partyId(), RecordAction.CHANGE);
    List<LineView> rest = draft.lines().subList(0, draft.lines().size() - 1);
    if (rest.isEmpty()) {
      documents.delete(draft.id());
    } else {
      documents.update(
          Documents.imported(
              draft.id(),
              draft.series(),
              draft.givenNumber(),
              draft.data(),
              draft.partyName(),
              draft.rate(),
              DocumentRules.taxed(rest, draft.currency()),
              keeping.act()));
    }
    return UndoOutcome.removed();
  }

  private Known known(List<Map<String, String>> rows) {
    Set<String> numbers = values(rows, "number");
    return new Known(
        new PartyLookup(parties, null, "unknownParty"),
        products.ofCodes(values(rows, "product")),
        users.users().stream()
            .collect(
                Collectors.toMap(
                    user -> user.fullName().toLowerCase(Locale.ROOT),
                    UserView::id,
                    (one, other) -> one)),
        new DayRates(rates.taxRates()),
        documents.ofNumbers(numbers),
        new HashMap<>(documents.draftsOf(numbers)));
  }

  private Row read(RowCells cells, Known known) {
    String number = cells.required("number");
    PartyId party = cells.found("party", text -> known.parties().find("party", text));
    cells.required("party");
    LocalDate day = cells.day("date");
    cells.required("date");
    BigDecimal quantity = cells.number("quantity");
    BigDecimal price = cells.number("unitPrice");
    cells.required("unitPrice");
    Currency currency = cells.currency("currency");
    UserId salesperson = salesperson(cells, known);
    ProductView product = known.products().get(text(cells, "product"));
    String name = cells.text("name");
    if (name == null && product == null) {
      name = cells.text("product") == null ? number : cells.text("product");
    }
    String tax = cells.text("taxCode");
    LineData line =
        new LineData(
            product == null ? null : product.code(),
            name,
            quantity == null ? BigDecimal.ONE : quantity,
            null,
            price,
            null,
            tax == null && product == null ? settings.usualTaxCode() : tax);
    if (cells.errors().isEmpty()) {
      check(cells, party, day, line, known);
    }
    return new Row(
        number, party, day, currency == null ? exchange.home() : currency, salesperson, line);
  }

  /** Lines of one number stand on one invoice: of one party, of one day, in one currency. */
  private static void fits(RowCells cells, Row row, List<Row> before, Known known) {
    DocumentView draft = known.drafts().get(row.number());
    if (before != null) {
      Row first = before.get(0);
      fits(cells, row, first.party(), first.day(), first.currency());
    } else if (draft != null) {
      fits(cells, row, draft.partyId(), draft.issuedOn(), draft.currency());
    }
  }

  private static void fits(
      RowCells cells, Row row, PartyId party, LocalDate day, Currency currency) {
    if (cells.errors().isEmpty() && !row.party().equals(party)) {
      cells.error("party", "otherOnInvoice", row.number());
    }
    if (cells.errors().isEmpty() && !row.day().equals(day)) {
      cells.error("date", "otherOnInvoice", row.number());
    }
    if (cells.errors().isEmpty() && !row.currency().equals(currency)) {
      cells.error("currency", "otherOnInvoice", row.number());
    }
  }

  private void check(RowCells cells, PartyId party, LocalDate day, LineData line, Known known) {
    if (!scope.covers(party, RecordAction.CHANGE)) {
      cells.error("party", "unknownParty", cells.text("party"));
    }
    Findings findings = new Findings();
    new DocumentRules(known.products(), known.rates(), exchange.home(), day)
        .lines(List.of(line), findings);
    findings
        .errors()
        .forEach(
            error ->
                cells.error(
                    error.field().substring(error.field().indexOf('.') + 1),
                    error.code(),
                    error.arguments().toArray()));
  }

  private static UserId salesperson(RowCells cells, Known known) {
    String name = cells.text("salesperson");
    UserId user = name == null ? null : known.users().get(name.strip().toLowerCase(Locale.ROOT));
    if (name != null && user == null) {
      cells.error("salesperson", "unknownUser", name);
    }
    return user;
  }

  private List<DocumentView> write(Map<String, List<Row>> read, Known known) {
    List<DocumentView> written = new ArrayList<>();
    List<DocumentView> fresh = new ArrayList<>();
    List<DocumentId> ids = new ArrayList<>(documents.newIds(read.size()));
    Map<PartyId, String> called =
        names.of(
            read.values().stream().map(list -> list.get(0).party()).collect(Collectors.toSet()));
    read.forEach(
        (number, rows) -> {
          DocumentView before = known.drafts().get(number);
          DocumentId id = before == null ? ids.remove(ids.size() - 1) : before.id();
          DocumentView draft = draft(id, before, rows, known, called);
          if (before == null) {
            fresh.add(draft);
          } else {
            documents.update(draft);
          }
          written.add(draft);
        });
    documents.insert(fresh);
    return written;
  }

  private DocumentView draft(
      DocumentId id,
      DocumentView before,
      List<Row> rows,
      Known known,
      Map<PartyId, String> called) {
    Row first = rows.get(0);
    List<LineData> lines = new ArrayList<>();
    if (before != null) {
      before.lines().stream().map(LineView::data).forEach(lines::add);
    }
    rows.forEach(row -> lines.add(row.line()));
    Map<String, ProductView> all = new HashMap<>(known.products());
    all.putAll(products.ofCodes(codes(lines, all.keySet())));
    List<LineView> made =
        new DocumentRules(all, known.rates(), first.currency(), first.day())
            .lines(lines, new Findings());
    return Documents.imported(
        id,
        SERIES,
        first.number(),
        new InvoiceData(
            first.party(),
            first.day(),
            first.day(),
            null,
            first.currency(),
            first.salesperson(),
            null,
            List.of()),
        called.get(first.party()),
        BigDecimal.ONE,
        made,
        keeping.act());
  }

  private static Set<String> codes(List<LineData> lines, Set<String> known) {
    return lines.stream()
        .map(LineData::product)
        .filter(code -> code != null && !known.contains(code))
        .collect(Collectors.toSet());
  }

  private static Set<String> values(Collection<Map<String, String>> rows, String field) {
    return rows.stream()
        .map(row -> row.get(field))
        .filter(Objects::nonNull)
        .collect(Collectors.toCollection(HashSet::new));
  }

  private static String text(RowCells cells, String field) {
    return cells.text(field) == null ? "" : cells.text(field);
  }

  private static RecordRef reference(DocumentId id, String number) {
    return RecordRef.of(SalesDocuments.TYPE, id, number);
  }

  private static ImportField field(String name, boolean required, String... aliases) {
    return new ImportField(name, required, List.of(aliases));
  }
}
