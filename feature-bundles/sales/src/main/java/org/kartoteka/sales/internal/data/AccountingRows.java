package org.kartoteka.sales.internal.data;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.kartoteka.core.api.party.PartyId;
import org.kartoteka.core.api.party.PartyScope;
import org.kartoteka.platform.api.data.Columns;
import org.kartoteka.platform.api.data.Condition;
import org.kartoteka.platform.api.data.Sql;
import org.kartoteka.platform.api.data.UnitOfWork;
import org.kartoteka.platform.api.security.RecordAction;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What accounting gets of documents: their sums by rate of tax; within a unit of work. */
@Component(service = AccountingRows.class)
public final class AccountingRows {

  private final UnitOfWork unitOfWork;
  private final PartyScope scope;

  @Activate
  public AccountingRows(@Reference UnitOfWork unitOfWork, @Reference PartyScope scope) {
    this.unitOfWork = unitOfWork;
    this.scope = scope;
  }

  /** The sum of a document's lines of one rate. */
  public record Entry(
      long document,
      String kind,
      String number,
      String corrects,
      LocalDate issuedOn,
      LocalDate soldOn,
      LocalDate dueOn,
      PartyId party,
      String partyName,
      String currency,
      BigDecimal rate,
      String taxCode,
      BigDecimal taxPercent,
      BigDecimal net,
      BigDecimal tax) {}

  /**
   * Entries of the next documents by day of issue and id.
   *
   * @param from the day on which documents with greater ids are wanted, and later days
   */
  public List<Entry> entries(LocalDate from, long after, LocalDate to, int documents) {
    Condition reach = scope.condition(RecordAction.EXPORT, "d.party_id");
    Object[] arguments = new Object[reach.arguments().size() + 4];
    arguments[0] = from;
    arguments[1] = after;
    arguments[2] = to;
    System.arraycopy(reach.array(), 0, arguments, 3, reach.arguments().size());
    arguments[arguments.length - 1] = documents;
    return Sql.of(
            unitOfWork,
            """
            with d as (
              select d.* from sales.document d
               where (d.issued_on, d.id) > (?, ?) and d.issued_on <= ? and d.state <> 'DRAFT' %s
               order by d.issued_on, d.id limit ?)
            select d.id, d.kind, d.number, c.number as corrects, d.issued_on, d.sold_on, d.due_on,
                   d.party_id, d.party_name, d.currency, d.rate, l.tax_code, l.tax_percent,
                   sum(l.net) as net, sum(l.tax) as tax
              from d join sales.document_line l on l.document_id = d.id
              left join sales.document c on c.id = d.corrects_id
             group by d.id, d.kind, d.number, c.number, d.issued_on, d.sold_on, d.due_on,
                   d.party_id, d.party_name, d.currency, d.rate, l.tax_code, l.tax_percent
             order by d.issued_on, d.id, l.tax_code
            """
                .formatted(reach.isAll() ? "" : "and " + reach.sql()),
            arguments)
        .list(
            row ->
                new Entry(
                    row.getLong("id"),
                    row.getString("kind"),
                    row.getString("number"),
                    row.getString("corrects"),
                    Columns.day(row, "issued_on"),
                    Columns.day(row, "sold_on"),
                    Columns.day(row, "due_on"),
                    new PartyId(row.getLong("party_id")),
                    row.getString("party_name"),
                    row.getString("currency"),
                    row.getBigDecimal("rate"),
                    row.getString("tax_code"),
                    row.getBigDecimal("tax_percent"),
                    row.getBigDecimal("net"),
                    row.getBigDecimal("tax")));
  }
}
