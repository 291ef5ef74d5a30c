package org.kartoteka.core.internal.retention;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.kartoteka.core.api.party.PartyId;
import org.kartoteka.core.api.retention.RetentionReviewId;
import org.kartoteka.core.api.retention.RetentionState;
import org.kartoteka.core.internal.criteria.PartyScopes;
import org.kartoteka.core.internal.data.ErasureReports;
import org.kartoteka.core.internal.data.Keyset;
import org.kartoteka.core.internal.data.SqlText;
import org.kartoteka.platform.api.act.Act;
import org.kartoteka.platform.api.data.Cursor;
import org.kartoteka.platform.api.data.Page;
import org.kartoteka.platform.api.data.PageRequest;
import org.kartoteka.platform.api.data.Sql;
import org.kartoteka.platform.api.data.UnitOfWork;
import org.kartoteka.platform.api.privacy.DueRecord;
import org.kartoteka.platform.api.privacy.ErasedData;
import org.kartoteka.platform.api.privacy.RetentionKind;
import org.kartoteka.platform.api.security.RecordAction;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Rules and reviews as rows. */
@Component(service = RetentionStore.class)
public class RetentionStore {

  private final UnitOfWork unitOfWork;
  private final PartyScopes scopes;

  @Activate
  public RetentionStore(@Reference UnitOfWork unitOfWork, @Reference PartyScopes scopes) {
    this.unitOfWork = unitOfWork;
    this.scopes = scopes;
  }

  record Rule(
      String kind,
      String feature,
      int months,
      Instant changedAt,
      String changedBy,
      Instant reviewedAt) {

    /** What is older than this is due. */
    Instant before(Instant now) {
      return now.atZone(ZoneOffset.UTC).minusMonths(months).toInstant();
    }
  }

  record Review(
      RetentionReviewId id,
      String kind,
      String recordType,
      long recordId,
      PartyId party,
      Instant since,
      Instant dueSince,
      RetentionState state,
      LocalDate keptUntil,
      String reason,
      Instant decidedAt,
      String decidedBy,
      List<ErasedData> erased) {}

  List<Rule> rules() {
    return Sql.of(unitOfWork, "select * from core.retention_rule order by kind")
        .list(RetentionStore::rule);
  }

  Optional<Rule> rule(String kind) {
    return Sql.of(unitOfWork, "select * from core.retention_rule where kind = ?", kind)
        .first(RetentionStore::rule);
  }

  void set(RetentionKind kind, int months, Act act) {
    Sql.of(
            unitOfWork,
            "insert into core.retention_rule (kind, feature, months, changed_at, changed_by) values"
                + " (?, ?, ?, ?, ?) on conflict (kind) do update set months = excluded.months,"
                + " feature = excluded.feature, changed_at = excluded.changed_at, changed_by ="
                + " excluded.changed_by, reviewed_at = null",
            kind.name(),
            kind.feature(),
            months,
            act.at(),
            act.by())
        .update();
  }

  void end(String kind) {
    Sql.of(unitOfWork, "delete from core.retention_rule where kind = ?", kind).update();
    Sql.of(unitOfWork, "delete from core.retention_review where kind = ? and state = 'DUE'", kind)
        .update();
  }

  long due(String kind) {
    SqlText sql =
        new SqlText()
            .add("select count(*) from core.retention_review r where r.state = 'DUE'")
            .add("and r.kind = ?", kind);
    scopes.limit(sql, RecordAction.READ, "r.party_id");
    return Sql.of(unitOfWork, sql.text(), sql.array()).number();
  }

  /** What was kept until a day before this one has to be decided on again, if it is still due. */
  void endKeeping(String kind, LocalDate today) {
    Sql.of(
            unitOfWork,
            "update core.retention_review set state = 'DUE', kept_until = null, reason = null,"
                + " decided_at = null, decided_by = null where kind = ? and state = 'KEPT' and"
                + " kept_until < ?",
            kind,
            today)
        .update();
  }

  void found(RetentionKind kind, int months, List<DueRecord> records, Instant at) {
    Sql.of(
            unitOfWork,
            """
            insert into core.retention_review
                   (kind, record_type, record_id, party_id, since, due_since, found_at, state)
            select ?, ?, d.id, d.party, d.since,
                   (d.since at time zone 'UTC' + make_interval(months => ?)) at time zone 'UTC', ?,
                   'DUE'
              from unnest(?::bigint[], ?::bigint[], ?::timestamptz[]) as d (id, party, since)
            on conflict (kind, record_id) where state <> 'ERASED'
            do update set party_id = excluded.party_id, since = excluded.since,
                          due_since = excluded.due_since, found_at = excluded.found_at
            """,
            kind.name(),
            kind.recordType(),
            months,
            at,
            records.stream().map(DueRecord::id).toList(),
            records.stream().map(DueRecord::party).toList(),
            records.stream().map(record -> record.since().toString()).toList())
        .update();
  }

  /** Takes off the list what was not found any more, and notes that all was looked through. */
  void reviewed(String kind, Instant at) {
    Sql.of(
            unitOfWork,
            "delete from core.retention_review where kind = ? and state = 'DUE' and found_at < ?",
            kind,
            at)
        .update();
    Sql.of(unitOfWork, "update core.retention_rule set reviewed_at = ? where kind = ?", at, kind)
        .update();
  }

  Page<Review> page(String kind, RetentionState state, PageRequest request) {
    boolean due = state == RetentionState.DUE;
    String order = due ? "r.due_since" : "r.decided_at";
    SqlText sql =
        new SqlText().add("select r.* from core.retention_review r where r.state = ?", state);
    if (kind != null) {
      sql.add("and r.kind = ?", kind);
    }
    scopes.limit(sql, RecordAction.READ, "r.party_id");
    if (request.after() != null) {
      Keyset place = Keyset.of(request);
      sql.add(
          "and (" + order + ", r.id) " + (due ? ">" : "<") + " (?, ?)",
          place.instant(),
          place.id());
    }
    sql.add(
        "order by " + order + (due ? ", r.id" : " desc, r.id desc") + " limit ?",
        request.limit() + 1);
    List<Review> rows = Sql.of(unitOfWork, sql.text(), sql.array()).list(RetentionStore::review);
    boolean more = rows.size() > request.limit();
    List<Review> items = more ? rows.subList(0, request.limit()) : rows;
    return new Page<>(items, more ? cursor(items.get(items.size() - 1), due) : null);
  }

  private static String cursor(Review last, boolean due) {
    return Cursor.of(List.of(due ? last.dueSince() : last.decidedAt(), last.id().value()));
  }

  /** The review, held until the transaction ends; empty when it is out of reach. */
  Optional<Review> hold(RetentionReviewId id) {
    SqlText sql = new SqlText().add("select r.* from core.retention_review r where r.id = ?", id);
    scopes.limit(sql, RecordAction.READ, "r.party_id").add("for update of r");
    return Sql.of(unitOfWork, sql.text(), sql.array()).first(RetentionStore::review);
  }

  void decide(RetentionReviewId id, RetentionState state, LocalDate until, String reason, Act act) {
    Sql.of(
            unitOfWork,
            "update core.retention_review set state = ?, kept_until = ?, reason = ?, decided_at = ?,"
                + " decided_by = ? where id = ?",
            state,
            until,
            reason,
            act.at(),
            act.by(),
            id)
        .update();
  }

  void report(RetentionReviewId id, List<ErasedData> erased) {
    Sql.of(
            unitOfWork,
            "update core.retention_review set report = ?::jsonb where id = ?",
            ErasureReports.write(erased),
            id)
        .update();
  }

  private static Rule rule(ResultSet row) throws SQLException {
    return new Rule(
        row.getString("kind"),
        row.getString("feature"),
        row.getInt("months"),
        Sql.instant(row, "changed_at"),
        row.getString("changed_by"),
        Sql.instant(row, "reviewed_at"));
  }

  private static Review review(ResultSet row) throws SQLException {
    long party = row.getLong("party_id");
    return new Review(
        new RetentionReviewId(row.getLong("id")),
        row.getString("kind"),
        row.getString("record_type"),
        row.getLong("record_id"),
        party == 0 ? null : new PartyId(party),
        Sql.instant(row, "since"),
        Sql.instant(row, "due_since"),
        RetentionState.valueOf(row.getString("state")),
        row.getObject("kept_until", LocalDate.class),
        row.getString("reason"),
        Sql.instant(row, "decided_at"),
        row.getString("decided_by"),
        ErasureReports.read(row.getString("report")));
  }
}
