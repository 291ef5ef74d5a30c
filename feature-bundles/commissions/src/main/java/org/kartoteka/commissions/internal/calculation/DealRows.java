package org.kartoteka.commissions.internal.calculation;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.kartoteka.commissions.PlanVersionId;
import org.kartoteka.commissions.internal.data.Json;
import org.kartoteka.commissions.internal.domain.Beneficiary;
import org.kartoteka.commissions.internal.domain.ClaimKey;
import org.kartoteka.commissions.internal.domain.Deal;
import org.kartoteka.commissions.internal.domain.DealKind;
import org.kartoteka.commissions.internal.domain.Movement;
import org.kartoteka.commissions.internal.domain.Total;
import org.kartoteka.core.api.party.PartyId;
import org.kartoteka.core.api.trade.DocumentRef;
import org.kartoteka.platform.api.data.Columns;
import org.kartoteka.platform.api.data.Sql;
import org.kartoteka.platform.api.data.UnitOfWork;
import org.kartoteka.platform.api.security.UserId;

/** Reads deals with all that happened to them; within a unit of work. */
final class DealRows {

  private final UnitOfWork unitOfWork;
  private final Json json;

  DealRows(UnitOfWork unitOfWork, Json json) {
    this.unitOfWork = unitOfWork;
    this.json = json;
  }

  /** The deals of the documents, those of credit notes by the invoices they correct. */
  Map<Long, DealFile> find(DealKind kind, Collection<DocumentRef> documents) {
    if (documents.isEmpty()) {
      return Map.of();
    }
    List<String> sources = documents.stream().map(DocumentRef::source).toList();
    List<String> keys = documents.stream().map(DocumentRef::key).toList();
    return files(
        """
        d.id in (select x.id from unnest(?::text[], ?::text[]) as w (source, key)
                   join commissions.deal x
                     on x.kind = ? and x.source = w.source and x.key = w.key
                  union all
                 select c.deal_id from unnest(?::text[], ?::text[]) as w (source, key)
                   join commissions.credit_note c on c.source = w.source and c.key = w.key
                  where ? = 'INVOICE')
        """,
        sources,
        keys,
        kind,
        sources,
        keys,
        kind);
  }

  /** The invoices that have lines of the contracts. */
  Map<Long, DealFile> invoicesOf(Set<Long> contracts) {
    return contracts.isEmpty()
        ? Map.of()
        : files(
            "d.id in (select deal_id from commissions.deal_contract where contract_id = any(?))",
            contracts);
  }

  /** Which of the documents are credit notes, and of which deal. */
  Map<String, Long> creditNotes(Collection<DocumentRef> documents) {
    Map<String, Long> found = new HashMap<>();
    if (!documents.isEmpty()) {
      Sql.of(
              unitOfWork,
              """
              select c.source, c.key, c.deal_id
                from unnest(?::text[], ?::text[]) as w (source, key)
                join commissions.credit_note c on c.source = w.source and c.key = w.key
              """,
              documents.stream().map(DocumentRef::source).toList(),
              documents.stream().map(DocumentRef::key).toList())
          .list(
              row ->
                  found.put(
                      row.getString("source") + "/" + row.getString("key"),
                      row.getLong("deal_id")));
    }
    return found;
  }

  /** What was reckoned so far for those who earn on the deals. */
  void totals(Collection<Long> deals, java.util.function.BiConsumer<ClaimKey, Total> each) {
    if (deals.isEmpty()) {
      return;
    }
    Sql.of(
            unitOfWork,
            "select beneficiary_id, rule, sum(base) as base, sum(amount) as amount"
                + " from commissions.ledger where deal_id = any(?) group by beneficiary_id, rule",
            deals)
        .list(
            row -> {
              each.accept(
                  new ClaimKey(row.getLong("beneficiary_id"), row.getString("rule")),
                  new Total(row.getBigDecimal("base"), row.getBigDecimal("amount")));
              return null;
            });
  }

  private Map<Long, DealFile> files(String where, Object... arguments) {
    Map<Long, DealFile> files = new HashMap<>();
    Sql.of(
            unitOfWork,
            "select d.* from commissions.deal d where " + where + " for update of d",
            arguments)
        .list(row -> files.put(row.getLong("id"), file(row)));
    if (!files.isEmpty()) {
      complete(files);
    }
    return files;
  }

  private void complete(Map<Long, DealFile> files) {
    Set<Long> ids = new TreeSet<>(files.keySet());
    Sql.of(
            unitOfWork,
            "select * from commissions.movement where deal_id = any(?) order by deal_id, event_id",
            ids)
        .list(row -> each(files.get(row.getLong("deal_id")), file -> file.recall(movement(row))));
    Sql.of(
            unitOfWork,
            "select * from commissions.beneficiary where deal_id = any(?) order by id",
            ids)
        .list(
            row ->
                each(
                    files.get(row.getLong("deal_id")),
                    file -> file.beneficiaries.add(beneficiary(row))));
  }

  private interface Reading {
    void read(DealFile file) throws SQLException;
  }

  private static Object each(DealFile file, Reading reading) throws SQLException {
    reading.read(file);
    return file;
  }

  private static DealFile file(ResultSet row) throws SQLException {
    DealFile file =
        new DealFile(
            row.getLong("id"),
            new DocumentRef(row.getString("source"), row.getString("key"), row.getString("number")),
            Deal.of(
                DealKind.valueOf(row.getString("kind")),
                row.getString("number"),
                Columns.day(row, "dated"),
                Currency.getInstance(row.getString("currency")),
                row.getInt("of_customer")),
            false);
    file.party = Columns.id(row, "party_id", PartyId::new);
    file.salesperson = Columns.id(row, "salesperson_id", UserId::new);
    file.contractType = row.getString("contract_type");
    file.startsOn = Columns.day(row, "starts_on");
    file.endedOn = Columns.day(row, "ended_on");
    file.invoices = row.getInt("invoices");
    return file;
  }

  Movement movement(ResultSet row) throws SQLException {
    String detail = row.getString("detail");
    MovementDetail more =
        detail == null ? MovementDetail.NONE : json.read(detail, MovementDetail.class);
    BigDecimal amount = row.getBigDecimal("amount");
    return new Movement(
        row.getLong("event_id"),
        Movement.Kind.valueOf(row.getString("kind")),
        Columns.day(row, "on_day"),
        more.lines(),
        amount,
        more.contracts(),
        more.annex());
  }

  static Beneficiary beneficiary(ResultSet row) throws SQLException {
    return new Beneficiary(
        row.getLong("id"),
        new UserId(row.getLong("person_id")),
        new PlanVersionId(row.getLong("version_id")),
        row.getBigDecimal("share"),
        Columns.id(row, "seller_id", Long::valueOf),
        row.getBoolean("takes_rest"));
  }
}
