package org.kartoteka.core.internal.handover;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.kartoteka.core.api.bulk.BulkActId;
import org.kartoteka.core.api.bulk.OwnerShare;
import org.kartoteka.core.api.handover.HandoverId;
import org.kartoteka.core.internal.bulk.Shares;
import org.kartoteka.core.internal.criteria.PartyScopes;
import org.kartoteka.core.internal.data.Keyset;
import org.kartoteka.core.internal.data.SqlText;
import org.kartoteka.core.internal.data.Starter;
import org.kartoteka.core.internal.domain.Json;
import org.kartoteka.platform.api.data.PageRequest;
import org.kartoteka.platform.api.data.Sql;
import org.kartoteka.platform.api.data.UnitOfWork;
import org.kartoteka.platform.api.security.User;
import org.kartoteka.platform.api.security.UserId;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Hand-overs as rows. Every method runs in the caller's unit of work. */
@Component(service = HandoverRows.class)
public class HandoverRows {

  private final UnitOfWork unitOfWork;
  private final Clock clock;
  private final PartyScopes scopes;

  @Activate
  public HandoverRows(
      @Reference UnitOfWork unitOfWork, @Reference Clock clock, @Reference PartyScopes scopes) {
    this.unitOfWork = unitOfWork;
    this.clock = clock;
    this.scopes = scopes;
  }

  /** How far the records of a kind are. */
  enum State {
    GIVING,
    GIVEN,
    TAKING_BACK,
    BACK
  }

  /** A hand-over as it is kept. */
  record Kept(
      HandoverId id,
      UserId from,
      List<OwnerShare> shares,
      BulkActId parties,
      User starter,
      String startedBy,
      Instant startedAt,
      User undoer,
      String undoneBy,
      Instant undoneAt) {

    /** Who gets what belongs to no register. */
    List<UserId> rest() {
      return shares.stream()
          .filter(share -> share.register() == null)
          .findFirst()
          .map(OwnerShare::owners)
          .orElse(List.of());
    }
  }

  /** The records of a kind in a hand-over. */
  record Part(
      HandoverId handover, String kind, State state, long place, long given, long back, long kept) {

    boolean isOpen() {
      return state == State.GIVING || state == State.TAKING_BACK;
    }
  }

  /** A record that was given. */
  record Given(long record, UserId to) {}

  HandoverId add(UserId from, List<OwnerShare> shares, User starter) {
    return new HandoverId(
        Sql.of(
                unitOfWork,
                """
                insert into core.handover (from_id, shares, starter, started_by, started_at)
                values (?, ?::jsonb, ?::jsonb, ?, ?) returning id
                """,
                from,
                Json.write(Map.of("shares", Shares.kept(shares))),
                Starter.write(starter),
                starter.name(),
                clock.instant())
            .number());
  }

  void setAct(HandoverId handover, BulkActId act) {
    Sql.of(unitOfWork, "update core.handover set bulk_act_id = ? where id = ?", act, handover)
        .update();
  }

  void add(HandoverId handover, String kind) {
    Sql.of(
            unitOfWork,
            "insert into core.handover_part (handover_id, kind, state) values (?, ?, 'GIVING')",
            handover,
            kind)
        .update();
  }

  Optional<Kept> find(HandoverId id) {
    return list(limited(new SqlText().add("and id = ?", id))).stream().findFirst();
  }

  List<Kept> page(UserId from, PageRequest request) {
    SqlText sql = limited(new SqlText());
    if (from != null) {
      sql.add("and from_id = ?", from);
    }
    if (request.after() != null) {
      sql.add("and id < ?", Keyset.of(request).id());
    }
    return list(sql.add("order by id desc limit ?", request.limit() + 1));
  }

  /** Those who do not reach all parties see their own doings only. */
  private SqlText limited(SqlText sql) {
    scopes.onlyDoingsOf().ifPresent(self -> sql.add("and started_by = ?", self));
    return sql;
  }

  private List<Kept> list(SqlText where) {
    return Sql.of(
            unitOfWork, "select * from core.handover where true " + where.text(), where.array())
        .list(HandoverRows::kept);
  }

  /** The hand-over for those who work on it, whoever they are. */
  Kept get(HandoverId id) {
    return list(new SqlText().add("and id = ?", id)).get(0);
  }

  /** Holds a hand-over, so that nobody else undoes it at the same time. */
  void hold(HandoverId id) {
    Sql.of(unitOfWork, "select id from core.handover where id = ? for update", id).number();
  }

  /** It is to be undone: what was given is taken back, what was not yet is not given any more. */
  void undo(HandoverId id, User undoer) {
    Sql.of(
            unitOfWork,
            """
            update core.handover set undoer = ?::jsonb, undone_by = ?, undone_at = ? where id = ?
            """,
            Starter.write(undoer),
            undoer.name(),
            clock.instant(),
            id)
        .update();
    Sql.of(
            unitOfWork,
            """
            update core.handover_part
               set state = case when given = 0 then 'BACK' else 'TAKING_BACK' end, place = 0
             where handover_id = ?
            """,
            id)
        .update();
  }

  List<Part> parts(HandoverId handover) {
    return Sql.of(
            unitOfWork,
            "select * from core.handover_part where handover_id = ? order by kind",
            handover)
        .list(HandoverRows::part);
  }

  /** What is still to be done with the kind, in the order of the hand-overs. */
  List<Part> open(String kind) {
    return Sql.of(
            unitOfWork,
            """
            select * from core.handover_part
             where kind = ? and state in ('GIVING', 'TAKING_BACK') order by handover_id
            """,
            kind)
        .list(HandoverRows::part);
  }

  /** The part as it stands now, held against others until the transaction ends. */
  Part hold(Part part) {
    return Sql.of(
            unitOfWork,
            "select * from core.handover_part where handover_id = ? and kind = ? for update",
            part.handover(),
            part.kind())
        .first(HandoverRows::part)
        .orElseThrow();
  }

  void gave(Part part, List<Long> records, UserId to) {
    Sql.of(
            unitOfWork,
            """
            insert into core.handover_record (handover_id, kind, record_id, to_id)
            select ?, ?, unnest(?::bigint[]), ? on conflict do nothing
            """,
            part.handover(),
            part.kind(),
            records,
            to)
        .update();
  }

  /** What was given, by ascending ids. */
  List<Given> given(Part part, int limit) {
    return Sql.of(
            unitOfWork,
            """
            select record_id, to_id from core.handover_record
             where handover_id = ? and kind = ? and record_id > ? order by record_id limit ?
            """,
            part.handover(),
            part.kind(),
            part.place(),
            limit)
        .list(row -> new Given(row.getLong(1), new UserId(row.getLong(2))));
  }

  void write(Part part) {
    Sql.of(
            unitOfWork,
            """
            update core.handover_part set state = ?, place = ?, given = ?, back = ?, kept = ?
             where handover_id = ? and kind = ?
            """,
            part.state(),
            part.place(),
            part.given(),
            part.back(),
            part.kept(),
            part.handover(),
            part.kind())
        .update();
  }

  /** The kinds that were ever there. */
  List<String> kinds() {
    return Sql.of(unitOfWork, "select kind from core.owned_kind order by kind")
        .list(row -> row.getString(1));
  }

  void remember(String kind) {
    Sql.of(unitOfWork, "insert into core.owned_kind values (?) on conflict do nothing", kind)
        .update();
  }

  private static Kept kept(ResultSet row) throws SQLException {
    long act = row.getLong("bulk_act_id");
    BulkActId parties = row.wasNull() ? null : new BulkActId(act);
    String undoer = row.getString("undoer");
    return new Kept(
        new HandoverId(row.getLong("id")),
        new UserId(row.getLong("from_id")),
        Shares.read(Json.map(row.getString("shares")).get("shares")),
        parties,
        Starter.read(row.getString("starter")),
        row.getString("started_by"),
        Sql.instant(row, "started_at"),
        undoer == null ? null : Starter.read(undoer),
        row.getString("undone_by"),
        Sql.instant(row, "undone_at"));
  }

  private static Part part(ResultSet row) throws SQLException {
    return new Part(
        new HandoverId(row.getLong("handover_id")),
        row.getString("kind"),
        State.valueOf(row.getString("state")),
        row.getLong("place"),
        row.getLong("given"),
        row.getLong("back"),
        row.getLong("kept"));
  }
}
