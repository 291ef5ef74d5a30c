package org.kartoteka.sales.internal.data;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.kartoteka.core.api.party.PartyId;
import org.kartoteka.core.api.party.PartyNames;
import org.kartoteka.core.api.party.PartyScope;
import org.kartoteka.platform.api.act.Act;
import org.kartoteka.platform.api.data.Columns;
import org.kartoteka.platform.api.data.KeysetQuery;
import org.kartoteka.platform.api.data.Page;
import org.kartoteka.platform.api.data.PageRequest;
import org.kartoteka.platform.api.data.SortOrders;
import org.kartoteka.platform.api.data.SortType;
import org.kartoteka.platform.api.data.Sql;
import org.kartoteka.platform.api.data.UnitOfWork;
import org.kartoteka.platform.api.security.RecordAction;
import org.kartoteka.sales.DocumentId;
import org.kartoteka.sales.PaymentData;
import org.kartoteka.sales.PaymentId;
import org.kartoteka.sales.PaymentQuery;
import org.kartoteka.sales.PaymentShare;
import org.kartoteka.sales.PaymentView;
import org.kartoteka.sales.Payments;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Payments and what settles what; within a unit of work. */
@Component(service = PaymentRows.class)
public final class PaymentRows {

  private static final SortOrders ORDERS =
      new SortOrders("p.id", "-receivedOn")
          .by("receivedOn", SortType.DATE, "p.received_on")
          .by("amount", SortType.NUMBER, "p.amount");

  private final UnitOfWork unitOfWork;
  private final PartyNames names;
  private final PartyScope scope;

  @Activate
  public PaymentRows(
      @Reference UnitOfWork unitOfWork, @Reference PartyNames names, @Reference PartyScope scope) {
    this.unitOfWork = unitOfWork;
    this.names = names;
    this.scope = scope;
  }

  /** A part of a document that was settled, or is open again when negative. */
  public record Settlement(
      DocumentId document, PaymentId payment, DocumentId creditNote, BigDecimal amount) {

    public static Settlement by(PaymentId payment, DocumentId document, BigDecimal amount) {
      return new Settlement(document, payment, null, amount);
    }

    public static Settlement offset(DocumentId creditNote, DocumentId document, BigDecimal amount) {
      return new Settlement(document, null, creditNote, amount);
    }
  }

  public PaymentId insert(PaymentData data, Act act) {
    return new PaymentId(
        Sql.of(
                unitOfWork,
                """
                insert into sales.payment (id, revision, party_id, received_on, amount, currency,
                    allocated, returned, method, reference, note, created_at, created_by,
                    changed_at, changed_by)
                values (nextval('sales.payment_seq'), 1, ?, ?, ?, ?, 0, 0, ?, ?, ?, ?, ?, ?, ?)
                returning id
                """,
                data.partyId(),
                data.receivedOn(),
                data.amount().amount(),
                data.amount().currency().getCurrencyCode(),
                data.method(),
                data.reference(),
                data.note(),
                act.at(),
                act.by(),
                act.at(),
                act.by())
            .number());
  }

  /** The payment's sums change. */
  public void change(PaymentId id, BigDecimal allocated, BigDecimal returned, Act act) {
    Sql.of(
            unitOfWork,
            "update sales.payment set revision = revision + 1, allocated = allocated + ?,"
                + " returned = returned + ?, changed_at = ?, changed_by = ? where id = ?",
            allocated,
            returned,
            act.at(),
            act.by(),
            id)
        .update();
  }

  /** Writes down what settles what. */
  public void write(List<Settlement> settlements, LocalDate day, String what, Act act) {
    new ManyRows<Settlement>("sales.settlement")
        .column("document_id", "bigint", Settlement::document)
        .column("payment_id", "bigint", Settlement::payment)
        .column("credit_note_id", "bigint", Settlement::creditNote)
        .column("amount", "numeric", Settlement::amount)
        .column("settled_on", "date", one -> day)
        .column("act", "text", one -> what)
        .column("at", "timestamptz", one -> act.at())
        .column("by", "text", one -> act.by())
        .insert(unitOfWork, settlements);
  }

  /** Removes a payment with what it settled; it settles nothing any more. */
  public void delete(PaymentId id) {
    Sql.of(unitOfWork, "delete from sales.settlement where payment_id = ?", id).update();
    Sql.of(unitOfWork, "delete from sales.payment where id = ?", id).update();
  }

  public void lock(PaymentId id) {
    Sql.of(unitOfWork, "select id from sales.payment where id = ? for update", id).number();
  }

  public Optional<PaymentView> find(PaymentId id) {
    return names
        .complete(readable().and("p.id = ?", id).all(unitOfWork, PaymentRows::view))
        .stream()
        .findFirst()
        .map(payment -> payment.with(shares(id)));
  }

  public Page<PaymentView> page(PaymentQuery query, PageRequest request) {
    return names.complete(list(query).page(unitOfWork, request, ORDERS, PaymentRows::view));
  }

  public long count(PaymentQuery query, long atMost) {
    return list(query).count(unitOfWork, atMost);
  }

  /** Whether the same payment was recorded before. */
  public Optional<PaymentId> same(PaymentData data) {
    return Sql.of(
            unitOfWork,
            "select id from sales.payment where party_id = ? and received_on = ? and amount = ?"
                + " and currency = ? and reference is not distinct from ? limit 1",
            data.partyId(),
            data.receivedOn(),
            data.amount().amount(),
            data.amount().currency().getCurrencyCode(),
            data.reference())
        .first(row -> new PaymentId(row.getLong(1)));
  }

  public List<Payments.Balance> balances(PartyId party, LocalDate today) {
    return Sql.of(
            unitOfWork,
            """
            select currency, sum(open) as open, sum(overdue) as overdue, sum(free) as free
              from (select currency, gross - settled as open,
                           case when due_on < ? then gross - settled else 0 end as overdue, 0 as free
                      from sales.document where party_id = ? and open
                    union all
                    select currency, 0, 0, amount - allocated - returned
                      from sales.payment where party_id = ? and amount > allocated + returned) b
             group by currency order by currency
            """,
            today,
            party,
            party)
        .list(
            row ->
                new Payments.Balance(
                    Currency.getInstance(row.getString("currency")),
                    row.getBigDecimal("open"),
                    row.getBigDecimal("overdue"),
                    row.getBigDecimal("free")));
  }

  /** What each document has of the payment now, what was settled last first. */
  private List<PaymentShare> shares(PaymentId id) {
    return Sql.of(
            unitOfWork,
            """
            select s.document_id, d.number, sum(s.amount) as amount
              from sales.settlement s join sales.document d on d.id = s.document_id
             where s.payment_id = ?
             group by s.document_id, d.number having sum(s.amount) <> 0
             order by max(s.id) desc
            """,
            id)
        .list(
            row ->
                new PaymentShare(
                    new DocumentId(row.getLong("document_id")),
                    row.getString("number"),
                    row.getBigDecimal("amount")));
  }

  private KeysetQuery readable() {
    return new KeysetQuery("p.*", "sales.payment p")
        .and(scope.condition(RecordAction.READ, "p.party_id"));
  }

  private KeysetQuery list(PaymentQuery query) {
    KeysetQuery list =
        readable()
            .andIf(query.party(), "p.party_id = ?")
            .andIf(query.from(), "p.received_on >= ?")
            .andIf(query.to(), "p.received_on <= ?");
    return query.free() ? list.and("p.amount > p.allocated + p.returned") : list;
  }

  private static PartyNames.Unnamed<PaymentView> view(ResultSet row) throws SQLException {
    PartyId party = Columns.id(row, "party_id", PartyId::new);
    PaymentView view =
        new PaymentView(
            new PaymentId(row.getLong("id")),
            row.getLong("revision"),
            party,
            null,
            Columns.day(row, "received_on"),
            Columns.money(row, "amount", "currency"),
            row.getBigDecimal("allocated"),
            row.getBigDecimal("returned"),
            row.getString("method"),
            row.getString("reference"),
            row.getString("note"),
            Sql.instant(row, "created_at"),
            row.getString("created_by"),
            List.of());
    return new PartyNames.Unnamed<>(party, view::called);
  }
}
