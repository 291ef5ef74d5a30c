package org.kartoteka.sales.internal.data;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Currency;
import java.util.List;
import org.kartoteka.core.api.party.PartyId;
import org.kartoteka.core.api.party.PartyNames;
import org.kartoteka.core.api.party.PartyScope;
import org.kartoteka.platform.api.data.Columns;
import org.kartoteka.platform.api.data.KeysetQuery;
import org.kartoteka.platform.api.data.Sql;
import org.kartoteka.platform.api.data.UnitOfWork;
import org.kartoteka.platform.api.security.RecordAction;
import org.kartoteka.sales.DocumentId;
import org.kartoteka.sales.ProductGroupId;
import org.kartoteka.sales.TurnoverQuery;
import org.kartoteka.sales.TurnoverRow;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The turnover of what was posted; within a unit of work. */
@Component(service = TurnoverRows.class)
public final class TurnoverRows {

  private static final int MOST = 200;
  private static final String SUMS =
      "t.currency, sum(t.net) as net, sum(t.tax) as tax, sum(t.net - t.cost) as margin,"
          + " sum(t.home_net) as home_net, sum(t.lines) as lines";

  private final UnitOfWork unitOfWork;
  private final PartyScope scope;
  private final PartyNames names;

  @Activate
  public TurnoverRows(
      @Reference UnitOfWork unitOfWork, @Reference PartyScope scope, @Reference PartyNames names) {
    this.unitOfWork = unitOfWork;
    this.scope = scope;
    this.names = names;
  }

  /** Adds what stands on documents that were just posted. */
  public void add(Collection<DocumentId> posted) {
    Sql.of(
            unitOfWork,
            """
            insert into sales.turnover as t
                (party_id, group_id, month, currency, net, tax, cost, home_net, lines)
            select d.party_id, coalesce(l.group_id, 0), date_trunc('month', d.issued_on)::date,
                   d.currency, sum(l.net), sum(l.tax), sum(coalesce(l.cost, 0)),
                   sum(l.net * d.rate), count(*)
              from sales.document d join sales.document_line l on l.document_id = d.id
             where d.id = any(?::bigint[])
             group by 1, 2, 3, 4
             order by 1, 3, 2, 4
            on conflict (party_id, month, group_id, currency) do update
               set net = t.net + excluded.net, tax = t.tax + excluded.tax,
                   cost = t.cost + excluded.cost, home_net = t.home_net + excluded.home_net,
                   lines = t.lines + excluded.lines
            """,
            posted)
        .update();
  }

  public List<TurnoverRow> rows(TurnoverQuery query) {
    return switch (query.by()) {
      case MONTH -> byMonth(query);
      case GROUP -> byGroup(query);
      case PARTY -> byParty(query);
    };
  }

  private List<TurnoverRow> byMonth(TurnoverQuery query) {
    return list("t.month, " + SUMS, "sales.turnover t", query)
        .grouped("t.month, t.currency", "t.month desc, t.currency", MOST)
        .all(unitOfWork, row -> row(row, Columns.day(row, "month"), null, null, null));
  }

  private List<TurnoverRow> byGroup(TurnoverQuery query) {
    String from =
        "sales.turnover t left join sales.group_ancestry a on a.group_id = t.group_id"
            + " left join sales.product_group g on g.id = a.ancestor_id";
    return list("g.id as group_id, g.name, " + SUMS, from, query)
        .grouped("g.id, g.name, t.currency", "sum(t.net) desc, t.currency", MOST)
        .all(
            unitOfWork,
            row ->
                row(
                    row,
                    null,
                    Columns.id(row, "group_id", ProductGroupId::new),
                    null,
                    row.getString("name")));
  }

  private List<TurnoverRow> byParty(TurnoverQuery query) {
    return names.complete(
        list("t.party_id, " + SUMS, "sales.turnover t", query)
            .grouped("t.party_id, t.currency", "sum(t.net) desc, t.currency", MOST)
            .all(
                unitOfWork,
                row -> {
                  PartyId party = Columns.id(row, "party_id", PartyId::new);
                  TurnoverRow turnover = row(row, null, null, party, null);
                  return new PartyNames.Unnamed<>(party, turnover::called);
                }));
  }

  private KeysetQuery list(String columns, String from, TurnoverQuery query) {
    return new KeysetQuery(columns, from)
        .andIf(query.party(), "t.party_id = ?")
        .andIf(
            query.group(),
            "t.group_id in (select group_id from sales.group_ancestry where ancestor_id = ?)")
        .andIf(query.from(), "t.month >= date_trunc('month', ?::date)")
        .andIf(query.to(), "t.month <= ?")
        .and(scope.condition(RecordAction.READ, "t.party_id"));
  }

  private static TurnoverRow row(
      ResultSet row, LocalDate month, ProductGroupId group, PartyId party, String name)
      throws SQLException {
    return new TurnoverRow(
        month,
        group,
        party,
        name,
        Currency.getInstance(row.getString("currency")),
        row.getBigDecimal("net"),
        row.getBigDecimal("tax"),
        row.getBigDecimal("margin"),
        row.getBigDecimal("home_net"),
        row.getLong("lines"));
  }
}
