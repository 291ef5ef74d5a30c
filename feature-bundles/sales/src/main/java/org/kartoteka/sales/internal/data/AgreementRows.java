package org.kartoteka.sales.internal.data;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.kartoteka.core.api.party.PartyId;
import org.kartoteka.core.api.trade.Billing;
import org.kartoteka.core.api.trade.ContractLine;
import org.kartoteka.core.api.trade.ContractTerms;
import org.kartoteka.platform.api.data.Columns;
import org.kartoteka.platform.api.data.Sql;
import org.kartoteka.platform.api.data.UnitOfWork;
import org.kartoteka.platform.api.security.BranchId;
import org.kartoteka.platform.api.security.UserId;
import org.kartoteka.sales.InvoiceTemplates;
import org.kartoteka.sales.TemplateId;
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

  /**
   * The agreements of contracts of one source, held; those that are not there are made.
   *
   * @param number what all of them are called; blank when nobody knows
   * @param parties by the keys of the contracts
   */
  public List<Long> hold(String source, String number, Map<String, PartyId> parties) {
    List<String> keys = List.copyOf(parties.keySet());
    return Sql.of(
            unitOfWork,
            """
            insert into sales.agreement as a (source, key, number, party_id, digits)
            select ?::text, k.key, ?::text, k.party, 2
              from unnest(?::text[], ?::bigint[]) k (key, party)
             order by k.key
            on conflict (source, key) do update
               set number = case excluded.number when '' then a.number else excluded.number end
            returning id
            """,
            source,
            number,
            keys,
            keys.stream().map(parties::get).toList())
        .list(row -> row.getLong(1));
  }

  /** The agreements of a template by its parties of now: several when parties have become one. */
  public Map<PartyId, List<String>> keysOfParties(TemplateId template) {
    Map<PartyId, List<String>> keys = new HashMap<>();
    Sql.of(
            unitOfWork,
            """
            select a.party_id, a.key
              from sales.template_party p join sales.agreement a on a.party_id = p.party_id
             where p.template_id = ? and a.source = ? and starts_with(a.key, ?)
             order by a.id
            """,
            template,
            InvoiceTemplates.TYPE,
            template.value() + ":")
        .list(
            row ->
                keys.computeIfAbsent(
                        new PartyId(row.getLong("party_id")), party -> new ArrayList<>())
                    .add(row.getString("key")));
    return keys;
  }

  /** Writes down what happened to them; those of which it was not written down before. */
  public List<Long> add(List<Long> agreements, Fact fact) {
    ContractTerms terms = fact.terms();
    List<Long> added =
        Sql.of(
                unitOfWork,
                """
                insert into sales.agreement_event (agreement_id, event_id, kind, effective_on,
                    ends_on, type, package_type, salesperson_id, branch_id, starts_on, currency)
                select a.id, ?::bigint, ?::text, ?::date, ?::date, ?::text, ?::text, ?::bigint,
                       ?::bigint, ?::date, ?::text
                  from unnest(?::bigint[]) a (id)
                on conflict do nothing returning agreement_id
                """,
                fact.event(),
                fact.kind(),
                fact.effectiveOn(),
                fact.endsOn(),
                terms == null ? null : terms.type(),
                terms == null ? null : terms.packageType(),
                terms == null ? null : terms.salesperson(),
                terms == null ? null : terms.branch(),
                terms == null ? null : terms.startsOn(),
                terms == null ? null : terms.currency().getCurrencyCode(),
                agreements)
            .list(row -> row.getLong(1));
    if (terms != null) {
      new ManyRows<ContractLine>("sales.agreement_event_line")
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
          .insertForEach(unitOfWork, "agreement_id", added, terms.lines());
    }
    return added;
  }

  /**
   * All that was heard of agreements of one source: agreements of which the same was heard share
   * one list. What happened is the same wherever it has the same number.
   */
  public Map<Long, List<Fact>> facts(List<Long> agreements) {
    Map<Long, List<ContractLine>> lines = new HashMap<>();
    Sql.of(
            unitOfWork,
            """
            select distinct on (event_id, line_key) *
              from sales.agreement_event_line where agreement_id = any(?::bigint[])
             order by event_id, line_key, agreement_id
            """,
            agreements)
        .list(
            row ->
                lines
                    .computeIfAbsent(row.getLong("event_id"), id -> new ArrayList<>())
                    .add(line(row)));
    Map<Long, Fact> facts = new HashMap<>();
    Sql.of(
            unitOfWork,
            """
            select distinct on (event_id) *
              from sales.agreement_event where agreement_id = any(?::bigint[])
             order by event_id, agreement_id
            """,
            agreements)
        .list(
            row ->
                facts.put(
                    row.getLong("event_id"),
                    fact(row, lines.getOrDefault(row.getLong("event_id"), List.of()))));
    Map<List<Long>, List<Fact>> histories = new HashMap<>();
    Map<Long, List<Fact>> heard = new HashMap<>();
    Sql.of(
            unitOfWork,
            """
            select agreement_id, array_agg(event_id order by event_id) as events
              from sales.agreement_event where agreement_id = any(?::bigint[])
             group by agreement_id
            """,
            agreements)
        .list(
            row -> {
              List<Long> events = List.of((Long[]) row.getArray("events").getArray());
              return heard.put(
                  row.getLong("agreement_id"),
                  histories.computeIfAbsent(
                      events, numbers -> numbers.stream().map(facts::get).toList()));
            });
    return heard;
  }

  /** What was agreed last. */
  public void latest(Collection<Long> agreements, ContractTerms terms) {
    Sql.of(
            unitOfWork,
            "update sales.agreement set type = ?, package_type = ?, salesperson_id = ?,"
                + " branch_id = ?, currency = ?, digits = ? where id = any(?::bigint[])",
            terms.type(),
            terms.packageType(),
            terms.salesperson(),
            terms.branch(),
            terms.currency().getCurrencyCode(),
            Math.max(0, terms.currency().getDefaultFractionDigits()),
            agreements)
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
