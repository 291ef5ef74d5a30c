package org.kartoteka.commissions.internal.merge;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import javax.sql.DataSource;
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
 * The deals of a party go to its survivor, and so does whatever trade events tell of it later. What
 * was reckoned stays as it is: a second first invoice does not become a third by a merge.
 */
@Component(
    reference =
        @Reference(
            name = "schema",
            service = DataSource.class,
            target = "(kartoteka.schema=commissions)"))
public final class CommissionsMerge implements PartyMergeParticipant {

  private final UnitOfWork unitOfWork;

  @Activate
  public CommissionsMerge(@Reference UnitOfWork unitOfWork) {
    this.unitOfWork = unitOfWork;
  }

  @Override
  public String name() {
    return "commissions";
  }

  @Override
  public List<MovedRecords> count(PartyId party) {
    List<MovedRecords> counts = new ArrayList<>();
    add(counts, "deal", party);
    add(counts, "split", party);
    return counts;
  }

  private void add(List<MovedRecords> counts, String table, PartyId party) {
    long count =
        Sql.of(
                unitOfWork,
                "select count(*) from commissions." + table + " where party_id = ?",
                party)
            .number();
    if (count > 0) {
      counts.add(new MovedRecords("commissions." + table, count));
    }
  }

  @Override
  public MergeMove merge(PartyId survivor, PartyId merged) {
    List<MovedRecords> counts = count(merged);
    String memo =
        "{\"deals\":"
            + moved("deal", survivor, merged)
            + ",\"splits\":"
            + moved("split", survivor, merged)
            + ",\"accruals\":"
            + moved("accrual", survivor, merged)
            + ",\"parties\":"
            + redirected(survivor, merged)
            + "}";
    Sql.of(
            unitOfWork,
            "update commissions.decision set party_id = ? where party_id = ?",
            survivor,
            merged)
        .update();
    count(survivor, merged, 1);
    Sql.of(
            unitOfWork,
            "insert into commissions.moved_party (merged, survivor) values (?, ?)"
                + " on conflict (merged) do update set survivor = excluded.survivor",
            merged,
            survivor)
        .update();
    return new MergeMove(counts, memo);
  }

  @Override
  public List<MergeRemark> undo(PartyId survivor, PartyId merged, String memo) {
    Sql.of(unitOfWork, "delete from commissions.moved_party where merged = ?", merged).update();
    Sql.of(
            unitOfWork,
            "update commissions.moved_party set survivor = ? where survivor = ? and merged in"
                + " (select e::bigint from jsonb_array_elements_text(?::jsonb -> 'parties') as e)",
            merged,
            survivor,
            memo)
        .update();
    for (String table : List.of("deal", "split", "accrual")) {
      Sql.of(
              unitOfWork,
              "update commissions."
                  + table
                  + " set party_id = ? where party_id = ? and id in (select e::bigint from"
                  + " jsonb_array_elements_text(?::jsonb -> '"
                  + table
                  + "s') as e)",
              merged,
              survivor,
              memo)
          .update();
    }
    Sql.of(
            unitOfWork,
            "update commissions.decision n set party_id = a.party_id from commissions.accrual a"
                + " where a.id = n.accrual_id and a.party_id = ? and n.party_id = ?",
            merged,
            survivor)
        .update();
    count(survivor, merged, -1);
    return List.of();
  }

  /** The survivor has as many documents more, or less again. */
  private void count(PartyId survivor, PartyId merged, int sign) {
    Sql.of(
            unitOfWork,
            "insert into commissions.customer (party_id, contracts, invoices)"
                + " select ?, contracts * ?, invoices * ? from commissions.customer"
                + " where party_id = ? on conflict (party_id) do update set"
                + " contracts = commissions.customer.contracts + excluded.contracts,"
                + " invoices = commissions.customer.invoices + excluded.invoices",
            survivor,
            sign,
            sign,
            merged)
        .update();
  }

  /** Who went to the merged party before goes to the survivor, too. */
  private String redirected(PartyId survivor, PartyId merged) {
    return listed(
        Sql.of(
            unitOfWork,
            "update commissions.moved_party set survivor = ? where survivor = ? returning merged",
            survivor,
            merged));
  }

  private String moved(String table, PartyId survivor, PartyId merged) {
    return listed(
        Sql.of(
            unitOfWork,
            "update commissions." + table + " set party_id = ? where party_id = ? returning id",
            survivor,
            merged));
  }

  private static String listed(Sql ids) {
    return ids.list(row -> row.getString(1)).stream().collect(Collectors.joining(",", "[", "]"));
  }
}
