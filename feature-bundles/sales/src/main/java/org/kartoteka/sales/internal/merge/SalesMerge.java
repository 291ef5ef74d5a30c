package org.kartoteka.sales.internal.merge;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.kartoteka.core.api.merge.MergeMove;
import org.kartoteka.core.api.merge.MergeRemark;
import org.kartoteka.core.api.merge.MovedRecords;
import org.kartoteka.core.api.merge.PartyMergeParticipant;
import org.kartoteka.core.api.party.PartyId;
import org.kartoteka.platform.api.data.Sql;
import org.kartoteka.platform.api.data.UnitOfWork;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Two parties became one: documents, payments and what is to be invoiced go to the survivor; posted
 * documents keep the name that stands on them. The turnover of both is computed anew from their
 * documents.
 */
@Component
public final class SalesMerge implements PartyMergeParticipant {

  private static final List<String> TABLES =
      List.of("document", "payment", "agreement", "schedule");

  private static final String TEMPLATES = "templates";

  private final UnitOfWork unitOfWork;

  @Activate
  public SalesMerge(@Reference UnitOfWork unitOfWork) {
    this.unitOfWork = unitOfWork;
  }

  @Override
  public String name() {
    return "sales";
  }

  @Override
  public List<MovedRecords> count(PartyId party) {
    List<MovedRecords> counts = new ArrayList<>();
    for (String table : List.of("document", "payment", "agreement")) {
      long count =
          Sql.of(unitOfWork, "select count(*) from sales." + table + " where party_id = ?", party)
              .number();
      if (count > 0) {
        counts.add(new MovedRecords("sales." + table, count));
      }
    }
    return counts;
  }

  @Override
  public MergeMove merge(PartyId survivor, PartyId merged) {
    List<MovedRecords> counts = count(merged);
    if (counts.isEmpty()) {
      return MergeMove.nothing();
    }
    Map<String, String> memo = new LinkedHashMap<>();
    TABLES.forEach(
        table ->
            memo.put(
                table,
                rows(
                    "update sales."
                        + table
                        + " set party_id = ? where party_id = ? returning to_jsonb(id)",
                    survivor,
                    merged)));
    memo.put(
        TEMPLATES,
        rows(
            "delete from sales.template_party where party_id = ? returning to_jsonb(template_id)",
            merged));
    change(
        "insert into sales.template_party (template_id, party_id)"
            + " select jsonb_array_elements_text(?::jsonb)::bigint, ? on conflict do nothing",
        memo.get(TEMPLATES),
        survivor);
    recount(List.of(survivor, merged));
    return new MergeMove(
        counts,
        memo.entrySet().stream()
            .map(one -> "\"" + one.getKey() + "\":" + one.getValue())
            .collect(Collectors.joining(",", "{", "}")));
  }

  @Override
  public List<MergeRemark> undo(PartyId survivor, PartyId merged, String memo) {
    if (memo.isEmpty()) {
      return List.of();
    }
    TABLES.forEach(
        table ->
            change(
                "update sales."
                    + table
                    + " set party_id = ? where party_id = ? and id"
                    + " = any(array(select jsonb_array_elements_text(?::jsonb -> '"
                    + table
                    + "')::bigint))",
                merged,
                survivor,
                memo));
    change(
        "insert into sales.template_party (template_id, party_id)"
            + " select t.id, ? from sales.template t"
            + " where t.id = any(array(select jsonb_array_elements_text(?::jsonb -> '"
            + TEMPLATES
            + "')::bigint)) on conflict do nothing",
        merged,
        memo);
    change(
        "delete from sales.template_party p where party_id = ?"
            + " and template_id = any(array(select jsonb_array_elements_text(?::jsonb -> '"
            + TEMPLATES
            + "')::bigint))"
            + " and not exists (select 1 from sales.agreement a where a.party_id = p.party_id"
            + " and a.source = 'sales.template' and a.key like p.template_id || ':%')",
        survivor,
        memo);
    recount(List.of(survivor, merged));
    return List.of();
  }

  /** Computes the turnover of the parties anew. */
  private void recount(List<PartyId> parties) {
    change("delete from sales.turnover where party_id = any(?::bigint[])", parties);
    change(
        """
        insert into sales.turnover
            (party_id, group_id, month, currency, net, tax, cost, home_net, lines)
        select d.party_id, coalesce(l.group_id, 0), date_trunc('month', d.issued_on)::date,
               d.currency, sum(l.net), sum(l.tax), sum(coalesce(l.cost, 0)),
               sum(l.net * d.rate), count(*)
          from sales.document d join sales.document_line l on l.document_id = d.id
         where d.party_id = any(?::bigint[]) and d.state <> 'DRAFT'
         group by 1, 2, 3, 4
        """,
        parties);
  }

  private String rows(String sql, Object... arguments) {
    return Sql.of(unitOfWork, sql, arguments).list(row -> row.getString(1)).stream()
        .collect(Collectors.joining(",", "[", "]"));
  }

  private void change(String sql, Object... arguments) {
    Sql.of(unitOfWork, sql, arguments).update();
  }
}
