package org.kartoteka.sales.internal.data;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.kartoteka.core.api.party.PartyId;
import org.kartoteka.core.api.party.PartyNames;
import org.kartoteka.core.api.party.PartyScope;
import org.kartoteka.core.api.trade.DocumentRef;
import org.kartoteka.platform.api.data.Columns;
import org.kartoteka.platform.api.data.KeysetQuery;
import org.kartoteka.platform.api.data.Page;
import org.kartoteka.platform.api.data.PageRequest;
import org.kartoteka.platform.api.data.SearchText;
import org.kartoteka.platform.api.data.SortOrders;
import org.kartoteka.platform.api.data.SortType;
import org.kartoteka.platform.api.data.Sql;
import org.kartoteka.platform.api.data.UnitOfWork;
import org.kartoteka.platform.api.security.BranchId;
import org.kartoteka.platform.api.security.RecordAction;
import org.kartoteka.platform.api.security.UserId;
import org.kartoteka.sales.DocumentId;
import org.kartoteka.sales.DocumentKind;
import org.kartoteka.sales.DocumentQuery;
import org.kartoteka.sales.DocumentState;
import org.kartoteka.sales.DocumentView;
import org.kartoteka.sales.LineView;
import org.kartoteka.sales.ProductGroupId;
import org.kartoteka.sales.ProductId;
import org.kartoteka.sales.RunId;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Documents and their lines; within a unit of work. */
@Component(service = DocumentRows.class)
public final class DocumentRows {

  private static final String COLUMNS = "d.*, c.number as corrects_number";
  private static final String FROM =
      "sales.document d left join sales.document c on c.id = d.corrects_id";
  private static final SortOrders ORDERS =
      new SortOrders("d.id", "-issuedOn")
          .by("issuedOn", SortType.DATE, "d.issued_on")
          .by("number", SortType.TEXT, "coalesce(d.number, '')")
          .by("gross", SortType.NUMBER, "d.gross");

  private static final ManyRows<DocumentView> DOCUMENTS =
      new ManyRows<DocumentView>("sales.document")
          .column("id", "bigint", DocumentView::id)
          .column("revision", "bigint", DocumentView::revision)
          .column("kind", "text", DocumentView::kind)
          .column("state", "text", DocumentView::state)
          .column("series", "text", DocumentView::series)
          .column("number", "text", DocumentView::number)
          .column("given_number", "text", DocumentView::givenNumber)
          .column("party_id", "bigint", DocumentView::partyId)
          .column("party_name", "text", DocumentView::partyName)
          .column("issued_on", "date", DocumentView::issuedOn)
          .column("sold_on", "date", DocumentView::soldOn)
          .column("due_on", "date", DocumentView::dueOn)
          .column("currency", "text", DocumentView::currency)
          .column("rate", "numeric", DocumentView::rate)
          .column("salesperson_id", "bigint", DocumentView::salespersonId)
          .column("branch_id", "bigint", DocumentView::branchId)
          .column("corrects_id", "bigint", DocumentView::correctsId)
          .column("reason", "text", DocumentView::reason)
          .column("note", "text", DocumentView::note)
          .column("net", "numeric", DocumentView::net)
          .column("tax", "numeric", DocumentView::tax)
          .column("gross", "numeric", DocumentView::gross)
          .column("settled", "numeric", DocumentView::settled)
          .column("run_id", "bigint", DocumentView::runId)
          .column("created_at", "timestamptz", DocumentView::createdAt)
          .column("created_by", "text", DocumentView::createdBy)
          .column("changed_at", "timestamptz", DocumentView::changedAt)
          .column("changed_by", "text", DocumentView::changedBy)
          .column("search_text", "text", DocumentRows::searchText);

  private static final ManyRows<LineOf> LINES =
      new ManyRows<LineOf>("sales.document_line")
          .column("document_id", "bigint", LineOf::document)
          .column("position", "int", of -> of.line().position())
          .column("product_id", "bigint", of -> of.line().productId())
          .column("product", "text", of -> of.line().product())
          .column("group_id", "bigint", of -> of.line().groupId())
          .column("name", "text", of -> of.line().name())
          .column("quantity", "numeric", of -> of.line().quantity())
          .column("unit", "text", of -> of.line().unit())
          .column("unit_price", "numeric", of -> of.line().unitPrice())
          .column("unit_cost", "numeric", of -> of.line().unitCost())
          .column("net", "numeric", of -> of.line().net())
          .column("tax_code", "text", of -> of.line().taxCode())
          .column("tax_percent", "numeric", of -> of.line().taxPercent())
          .column("tax", "numeric", of -> of.line().tax())
          .column("cost", "numeric", of -> of.line().cost())
          .column(
              "contract_source",
              "text",
              of -> of.contract() == null ? null : of.contract().source())
          .column("contract_key", "text", of -> of.contract() == null ? null : of.contract().key())
          .column(
              "contract_number",
              "text",
              of -> of.contract() == null ? null : of.contract().number())
          .column("contract_line", "text", of -> of.line().contractLine())
          .column("package_type", "text", of -> of.line().packageType())
          .column("from_day", "date", of -> of.line().from())
          .column("until_day", "date", of -> of.line().until());

  private record LineOf(DocumentId document, LineView line) {
    DocumentRef contract() {
      return line.contract();
    }
  }

  private final UnitOfWork unitOfWork;
  private final PartyNames names;
  private final PartyScope scope;

  @Activate
  public DocumentRows(
      @Reference UnitOfWork unitOfWork, @Reference PartyNames names, @Reference PartyScope scope) {
    this.unitOfWork = unitOfWork;
    this.names = names;
    this.scope = scope;
  }

  /** Ids for so many new documents. */
  public List<DocumentId> newIds(int count) {
    return Sql.of(
            unitOfWork, "select nextval('sales.document_seq') from generate_series(1, ?)", count)
        .list(row -> new DocumentId(row.getLong(1)));
  }

  /** Writes new documents with their lines. */
  public void insert(List<DocumentView> documents) {
    DOCUMENTS.insert(unitOfWork, documents);
    insertLines(documents);
  }

  /** Writes a changed document with its lines. */
  public void update(DocumentView document) {
    Sql.of(
            unitOfWork,
            """
            update sales.document set revision = revision + 1, issued_on = ?, sold_on = ?, due_on = ?,
                currency = ?, rate = ?, salesperson_id = ?, note = ?, net = ?, tax = ?, gross = ?,
                changed_at = ?, changed_by = ?, search_text = ?
             where id = ?
            """,
            document.issuedOn(),
            document.soldOn(),
            document.dueOn(),
            document.currency().getCurrencyCode(),
            document.rate(),
            document.salespersonId(),
            document.note(),
            document.net(),
            document.tax(),
            document.gross(),
            document.changedAt(),
            document.changedBy(),
            searchText(document),
            document.id())
        .update();
    Sql.of(unitOfWork, "delete from sales.document_line where document_id = ?", document.id())
        .update();
    insertLines(List.of(document));
  }

  /** A draft has become a posted document. */
  public void posted(DocumentView document) {
    Sql.of(
            unitOfWork,
            """
            update sales.document set revision = revision + 1, state = 'POSTED', number = ?,
                party_name = ?, rate = ?, changed_at = ?, changed_by = ?, search_text = ?
             where id = ?
            """,
            document.number(),
            document.partyName(),
            document.rate(),
            document.changedAt(),
            document.changedBy(),
            searchText(document),
            document.id())
        .update();
  }

  /** Those of the invoices of which credit notes leave nothing are cancelled. */
  public void cancelEmptied(Collection<DocumentId> invoices) {
    Sql.of(
            unitOfWork,
            """
            update sales.document d set revision = revision + 1, state = 'CANCELLED'
             where d.id = any(?::bigint[]) and d.state = 'POSTED'
               and not exists (
                 select 1
                   from sales.document k join sales.document_line l on l.document_id = k.id
                  where (k.id = d.id or k.corrects_id = d.id) and k.state <> 'DRAFT'
                  group by l.position having sum(l.net) <> 0)
            """,
            invoices)
        .update();
  }

  /** So much more of the document is settled. */
  public void settle(DocumentId id, BigDecimal amount) {
    Sql.of(unitOfWork, "update sales.document set settled = settled + ? where id = ?", amount, id)
        .update();
  }

  public void delete(DocumentId id) {
    Sql.of(unitOfWork, "delete from sales.document where id = ?", id).update();
  }

  /** Holds documents against other changes, always in the same order. */
  public void lock(Collection<DocumentId> ids) {
    Sql.of(
            unitOfWork,
            "select id from sales.document where id = any(?::bigint[]) order by id for update",
            ids)
        .list(row -> 1);
  }

  /** The document with its lines, if it is in the reader's reach. */
  public Optional<DocumentView> find(DocumentId id) {
    return find(List.of(id)).stream().findFirst();
  }

  /** The documents with their lines that are in the reader's reach, by id. */
  public List<DocumentView> find(Collection<DocumentId> ids) {
    return withLines(byId(readable().and("d.id = any(?::bigint[])", ids)));
  }

  /** The credit notes of an invoice with their lines, the oldest first. */
  public List<DocumentView> corrections(DocumentId invoice) {
    return corrections(List.of(invoice));
  }

  /** The credit notes of invoices with their lines, the oldest first. */
  public List<DocumentView> corrections(Collection<DocumentId> invoices) {
    return withLines(byId(readable().and("d.corrects_id = any(?::bigint[])", invoices)));
  }

  /** What is open of a party in a currency, held, what is due first first. */
  public List<DocumentView> lockOpen(PartyId party, Currency currency) {
    Sql.of(
            unitOfWork,
            "select id from sales.document where party_id = ? and open order by id for update",
            party)
        .list(row -> 1);
    return names
        .complete(
            new KeysetQuery(COLUMNS, FROM)
                .and("d.party_id = ?", party)
                .and("d.open and d.gross > d.settled")
                .and("d.currency = ?", currency.getCurrencyCode())
                .all(unitOfWork, DocumentRows::view))
        .stream()
        .sorted(Comparator.comparing(DocumentRows::dueOn).thenComparing(one -> one.id().value()))
        .toList();
  }

  /** The ids of documents by their numbers. */
  public Map<String, DocumentId> ofNumbers(Collection<String> numbers) {
    Map<String, DocumentId> ids = new HashMap<>();
    Sql.of(unitOfWork, "select number, id from sales.document where number = any(?)", numbers)
        .list(row -> ids.put(row.getString(1), new DocumentId(row.getLong(2))));
    return ids;
  }

  /** The drafts with their lines that keep one of the numbers, by number. */
  public Map<String, DocumentView> draftsOf(Collection<String> givenNumbers) {
    return withLines(
            names.complete(
                readable()
                    .and("d.state = 'DRAFT' and d.given_number = any(?)", givenNumbers)
                    .all(unitOfWork, DocumentRows::view)))
        .stream()
        .collect(Collectors.toMap(DocumentView::givenNumber, draft -> draft, (one, other) -> one));
  }

  public Page<DocumentView> page(DocumentQuery query, LocalDate today, PageRequest request) {
    return names.complete(list(query, today).page(unitOfWork, request, ORDERS, DocumentRows::view));
  }

  public long count(DocumentQuery query, LocalDate today, long atMost) {
    return list(query, today).count(unitOfWork, atMost);
  }

  private void insertLines(List<DocumentView> documents) {
    List<LineOf> lines = new ArrayList<>();
    documents.forEach(
        document -> document.lines().forEach(line -> lines.add(new LineOf(document.id(), line))));
    LINES.insert(unitOfWork, lines);
  }

  private KeysetQuery readable() {
    return new KeysetQuery(COLUMNS, FROM).and(scope.condition(RecordAction.READ, "d.party_id"));
  }

  private KeysetQuery list(DocumentQuery query, LocalDate today) {
    KeysetQuery list =
        readable()
            .andWords("d.search_text", query.text())
            .andIf(query.party(), "d.party_id = ?")
            .andIf(query.kind(), "d.kind = ?")
            .andIf(query.state(), "d.state = ?")
            .andIf(query.salesperson(), "d.salesperson_id = ?")
            .andIf(query.from(), "d.issued_on >= ?")
            .andIf(query.to(), "d.issued_on <= ?")
            .andIf(query.run(), "d.run_id = ?");
    if (query.overdue()) {
      return list.and("d.open and d.due_on < ?", today);
    }
    return query.open() ? list.and("d.open") : list;
  }

  private List<DocumentView> byId(KeysetQuery query) {
    return names.complete(query.all(unitOfWork, DocumentRows::view)).stream()
        .sorted(Comparator.comparing(document -> document.id().value()))
        .toList();
  }

  private List<DocumentView> withLines(List<DocumentView> documents) {
    Map<DocumentId, List<LineView>> lines = new HashMap<>();
    Sql.of(
            unitOfWork,
            "select * from sales.document_line where document_id = any(?::bigint[])"
                + " order by document_id, position",
            documents.stream().map(DocumentView::id).toList())
        .list(
            row ->
                lines
                    .computeIfAbsent(
                        new DocumentId(row.getLong("document_id")), id -> new ArrayList<>())
                    .add(line(row)));
    return documents.stream()
        .map(document -> document.with(lines.getOrDefault(document.id(), List.of())))
        .toList();
  }

  private static LocalDate dueOn(DocumentView document) {
    return document.dueOn() == null ? document.issuedOn() : document.dueOn();
  }

  private static String searchText(DocumentView document) {
    return SearchText.of(
        document.number(),
        document.givenNumber(),
        document.partyName(),
        document.note(),
        document.reason());
  }

  private static PartyNames.Unnamed<DocumentView> view(ResultSet row) throws SQLException {
    PartyId party = Columns.id(row, "party_id", PartyId::new);
    DocumentView view =
        new DocumentView(
            new DocumentId(row.getLong("id")),
            row.getLong("revision"),
            DocumentKind.valueOf(row.getString("kind")),
            DocumentState.valueOf(row.getString("state")),
            row.getString("series"),
            row.getString("number"),
            row.getString("given_number"),
            party,
            row.getString("party_name"),
            Columns.day(row, "issued_on"),
            Columns.day(row, "sold_on"),
            Columns.day(row, "due_on"),
            Currency.getInstance(row.getString("currency")),
            row.getBigDecimal("rate"),
            Columns.id(row, "salesperson_id", UserId::new),
            Columns.id(row, "branch_id", BranchId::new),
            Columns.id(row, "corrects_id", DocumentId::new),
            row.getString("corrects_number"),
            row.getString("reason"),
            row.getString("note"),
            row.getBigDecimal("net"),
            row.getBigDecimal("tax"),
            row.getBigDecimal("gross"),
            row.getBigDecimal("settled"),
            Columns.id(row, "run_id", RunId::new),
            Sql.instant(row, "created_at"),
            row.getString("created_by"),
            Sql.instant(row, "changed_at"),
            row.getString("changed_by"),
            List.of());
    return new PartyNames.Unnamed<>(
        party,
        name -> name != null && view.state() == DocumentState.DRAFT ? view.called(name) : view);
  }

  private static LineView line(ResultSet row) throws SQLException {
    String contract = row.getString("contract_key");
    return new LineView(
        row.getInt("position"),
        Columns.id(row, "product_id", ProductId::new),
        row.getString("product"),
        Columns.id(row, "group_id", ProductGroupId::new),
        row.getString("name"),
        row.getBigDecimal("quantity"),
        row.getString("unit"),
        row.getBigDecimal("unit_price"),
        row.getBigDecimal("unit_cost"),
        row.getBigDecimal("net"),
        row.getString("tax_code"),
        row.getBigDecimal("tax_percent"),
        row.getBigDecimal("tax"),
        row.getBigDecimal("cost"),
        contract == null
            ? null
            : new DocumentRef(
                row.getString("contract_source"), contract, row.getString("contract_number")),
        row.getString("contract_line"),
        row.getString("package_type"),
        Columns.day(row, "from_day"),
        Columns.day(row, "until_day"));
  }
}
