package org.kartoteka.sales.internal.data;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.kartoteka.core.api.party.PartyId;
import org.kartoteka.core.api.trade.Billing;
import org.kartoteka.core.api.trade.ContractLine;
import org.kartoteka.core.api.trade.ContractTerms;
import org.kartoteka.core.api.trade.DocumentRef;
import org.kartoteka.platform.api.data.Columns;
import org.kartoteka.platform.api.data.Sql;
import org.kartoteka.platform.api.data.UnitOfWork;
import org.kartoteka.platform.api.security.BranchId;
import org.kartoteka.platform.api.security.UserId;
import org.kartoteka.sales.internal.domain.Fact;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What was heard of contracts; within a unit of work. */
@Component(service = AgreementRows.class)
public final class AgreementRows {

  private final UnitOfWork unitOfWork;

  @Activate
  public AgreementRows(@Reference UnitOfWork unitOfWork) {
    this.unitOfWork = unitOfWork;
  }

  /** The agreement of the contract, held; it is made when it is not there. */
  public long hold(DocumentRef contract, PartyId party) {
    return Sql.of(
            unitOfWork,
            """
            insert into sales.agreement as a (source, key, number, party_id, digits)
            values (?, ?, ?, ?, 2)
            on conflict (source, key) do update
               set number = case excluded.number when '' then a.number else excluded.number end
            returning id
            """,
            contract.source(),
            contract.key(),
            contract.number(),
            party)
        .number();
  }

  /** The keys with the beginning, by party. */
  public Map<PartyId, List<String>> keys(String source, String beginning) {
    Map<PartyId, List<String>> keys = new HashMap<>();
    Sql.of(
            unitOfWork,
            "select party_id, key from sales.agreement where source = ? and starts_with(key, ?)"
                + " order by id",
            source,
            beginning)
        .list(
            row ->
                keys.computeIfAbsent(
                        new PartyId(row.getLong("party_id")), party -> new ArrayList<>())
                    .add(row.getString("key")));
    return keys;
  }

  /** Writes down what happened; false when it was written down before. */
  public boolean add(long agreement, Fact fact) {
    ContractTerms terms = fact.terms();
    boolean added =
        Sql.of(
                    unitOfWork,
                    """
                    insert into sales.agreement_event (agreement_id, event_id, kind, effective_on,
                        ends_on, type, package_type, salesperson_id, branch_id, starts_on, currency)
                    values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing
                    """,
                    agreement,
                    fact.event(),
                    fact.kind(),
                    fact.effectiveOn(),
                    fact.endsOn(),
                    terms == null ? null : terms.type(),
                    terms == null ? null : terms.packageType(),
                    terms == null ? null : terms.salesperson(),
                    terms == null ? null : terms.branch(),
                    terms == null ? null : terms.startsOn(),
                    terms == null ? null : terms.currency().getCurrencyCode())
                .update()
            > 0;
    if (added && terms != null) {
      new ManyRows<ContractLine>("sales.agreement_event_line")
          .column("agreement_id", "bigint", line -> agreement)
          .column("event_id", "bigint", line -> fact.event())
          .column("line_key", "text", ContractLine::key)
          .column("product", "text", ContractLine::product)
          .column("name", "text", ContractLine::name)
          .column("quantity", "numeric", ContractLine::quantity)
          .column("unit", "text", ContractLine::unit)
          .column("unit_price", "numeric", ContractLine::unitPrice)
          .column("unit_cost", "numeric", ContractLine::unitCost)
          .column("tax_code", "text", ContractLine::taxCode)
          .column("months", "int", line -> line.billing().months())
          .column("due", "text", line -> line.billing().due())
          .column("anchor", "date", line -> line.billing().anchor())
          .column("from_day", "date", ContractLine::from)
          .column("until_day", "date", ContractLine::until)
          .insert(unitOfWork, terms.lines());
    }
    return added;
  }

  /** All that was heard of the agreement. */
  public List<Fact> facts(long agreement) {
    Map<Long, List<ContractLine>> lines = new HashMap<>();
    Sql.of(
            unitOfWork,
            "select * from sales.agreement_event_line where agreement_id = ? order by line_key",
            agreement)
        .list(
            row ->
                lines
                    .computeIfAbsent(row.getLong("event_id"), id -> new ArrayList<>())
                    .add(line(row)));
    return Sql.of(
            unitOfWork,
            "select * from sales.agreement_event where agreement_id = ? order by event_id",
            agreement)
        .list(row -> fact(row, lines.getOrDefault(row.getLong("event_id"), List.of())));
  }

  /** What was agreed last. */
  public void latest(long agreement, ContractTerms terms) {
    Sql.of(
            unitOfWork,
            "update sales.agreement set type = ?, package_type = ?, salesperson_id = ?,"
                + " branch_id = ?, currency = ?, digits = ? where id = ?",
            terms.type(),
            terms.packageType(),
            terms.salesperson(),
            terms.branch(),
            terms.currency().getCurrencyCode(),
            Math.max(0, terms.currency().getDefaultFractionDigits()),
            agreement)
        .update();
  }

  private static Fact fact(ResultSet row, List<ContractLine> lines) throws SQLException {
    LocalDate startsOn = Columns.day(row, "starts_on");
    LocalDate endsOn = Columns.day(row, "ends_on");
    ContractTerms terms =
        startsOn == null
            ? null
            : new ContractTerms(
                row.getString("type"),
                row.getString("package_type"),
                Columns.id(row, "salesperson_id", UserId::new),
                Columns.id(row, "branch_id", BranchId::new),
                startsOn,
                endsOn,
                Currency.getInstance(row.getString("currency")),
                lines);
    return new Fact(
        row.getLong("event_id"),
        Fact.Kind.valueOf(row.getString("kind")),
        Columns.day(row, "effective_on"),
        endsOn,
        terms);
  }

  private static ContractLine line(ResultSet row) throws SQLException {
    return new ContractLine(
        row.getString("line_key"),
        row.getString("product"),
        row.getString("name"),
        row.getBigDecimal("quantity"),
        row.getString("unit"),
        row.getBigDecimal("unit_price"),
        row.getBigDecimal("unit_cost"),
        row.getString("tax_code"),
        new Billing(
            row.getInt("months"),
            Billing.Due.valueOf(row.getString("due")),
            Columns.day(row, "anchor")),
        Columns.day(row, "from_day"),
        Columns.day(row, "until_day"));
  }
}
