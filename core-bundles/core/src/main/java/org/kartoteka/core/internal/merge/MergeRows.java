package org.kartoteka.core.internal.merge;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.kartoteka.core.api.merge.MergeId;
import org.kartoteka.core.api.merge.MergeMove;
import org.kartoteka.core.api.merge.MergeQuery;
import org.kartoteka.core.api.merge.MergeRemark;
import org.kartoteka.core.api.merge.MergeView;
import org.kartoteka.core.api.merge.MergedParty;
import org.kartoteka.core.api.merge.MovedRecords;
import org.kartoteka.core.api.party.PartyId;
import org.kartoteka.core.internal.data.SqlText;
import org.kartoteka.core.internal.domain.Act;
import org.kartoteka.core.internal.domain.Json;
import org.kartoteka.platform.api.data.Cursor;
import org.kartoteka.platform.api.data.Page;
import org.kartoteka.platform.api.data.PageRequest;
import org.kartoteka.platform.api.data.Sql;
import org.kartoteka.platform.api.data.UnitOfWork;
import org.kartoteka.platform.api.problem.FieldError;
import org.kartoteka.platform.api.problem.InvalidInput;
import org.kartoteka.platform.api.record.RecordRef;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The merges that were made, and what takes to undo them. */
@Component(service = MergeRows.class)
public class MergeRows {

  /** The core's own part of a merge. */
  static final String CORE = "core";

  private static final String COLUMNS =
      """
      select m.id, m.survivor_id, coalesce(p.name, m.survivor_name) as survivor_name, m.merged,
             m.merged_at, m.merged_by, m.undone_at, m.undone_by, m.remarks
        from core.party_merge m left join core.party p on p.id = m.survivor_id
       where true
      """;

  private static final String KEPT =
      "select id, survivor_id, merged, memo, undone_at from core.party_merge ";

  private final UnitOfWork unitOfWork;

  @Activate
  public MergeRows(@Reference UnitOfWork unitOfWork) {
    this.unitOfWork = unitOfWork;
  }

  /** A party that became part of another, as it is kept. */
  private record Merged(long id, String name, String number) {}

  /** A remark as it is kept. */
  private record Remark(String type, String id, String label, String key, List<String> arguments) {}

  /** A number of records as it is kept. */
  private record Count(String what, long count) {}

  /** Lets nobody else merge or undo until the transaction ends; reading goes on. */
  void alone() {
    Sql.of(unitOfWork, "select pg_advisory_xact_lock(hashtext('core.party_merge'))")
        .first(row -> true);
  }

  /** Writes down a merge. */
  MergeId add(PartyId survivor, String name, List<MergedParty> merged, CoreMemo memo, Act act) {
    List<Merged> kept =
        merged.stream().map(one -> new Merged(one.id().value(), one.name(), one.number())).toList();
    long id =
        Sql.of(
                unitOfWork,
                """
                insert into core.party_merge (survivor_id, survivor_name, merged, memo, merged_at,
                                              merged_by)
                values (?, ?, ?::jsonb, ?::jsonb, ?, ?) returning id
                """,
                survivor,
                name,
                Json.write(kept),
                Json.write(memo),
                act.at(),
                act.by())
            .number();
    List<Long> parties = new ArrayList<>(kept.stream().map(Merged::id).toList());
    parties.add(survivor.value());
    Sql.of(
            unitOfWork,
            "insert into core.party_merge_party (merge_id, party_id)"
                + " select ?, unnest(?::bigint[])",
            id,
            parties)
        .update();
    return new MergeId(id);
  }

  /** A merge with what the core needs to undo it. */
  record Kept(
      MergeId id, PartyId survivor, List<MergedParty> merged, CoreMemo memo, boolean undone) {}

  Optional<Kept> find(MergeId id) {
    return Sql.of(unitOfWork, KEPT + "where id = ?", id).first(MergeRows::kept);
  }

  /** The merges into the survivor that came after the given one and still stand. */
  List<Kept> later(PartyId survivor, MergeId than) {
    return Sql.of(
            unitOfWork,
            KEPT + "where survivor_id = ? and id > ? and undone_at is null order by id",
            survivor,
            than)
        .list(MergeRows::kept);
  }

  /** Writes down what the core needs now to undo a merge. */
  void rewrite(MergeId id, CoreMemo memo) {
    Sql.of(
            unitOfWork,
            "update core.party_merge set memo = ?::jsonb where id = ?",
            Json.write(memo),
            id)
        .update();
  }

  private static Kept kept(ResultSet row) throws SQLException {
    return new Kept(
        new MergeId(row.getLong(1)),
        new PartyId(row.getLong(2)),
        merged(row.getString(3)),
        Json.value(row.getString(4), CoreMemo.class),
        row.getTimestamp(5) != null);
  }

  /** Writes down that a merge was undone. */
  void undone(MergeId id, List<MergeRemark> remarks, Act act) {
    Sql.of(
            unitOfWork,
            "update core.party_merge set undone_act = nextval('core.party_merge_act_seq'),"
                + " undone_at = ?, undone_by = ?, remarks = remarks || ?::jsonb where id = ?",
            act.at(),
            act.by(),
            json(remarks),
            id)
        .update();
  }

  /** Adds to what could not be put back. */
  void remarked(MergeId id, List<MergeRemark> remarks) {
    if (!remarks.isEmpty()) {
      Sql.of(
              unitOfWork,
              "update core.party_merge set remarks = remarks || ?::jsonb where id = ?",
              json(remarks),
              id)
          .update();
    }
  }

  /** Writes down what a participant moved of a party. */
  void moved(MergeId id, String participant, PartyId party, MergeMove move) {
    Sql.of(
            unitOfWork,
            """
            insert into core.party_merge_part (merge_id, participant, party_id, memo, moved)
            values (?, ?, ?, ?, ?::jsonb)
            """,
            id,
            participant,
            party,
            move.memo(),
            Json.write(
                move.moved().stream().map(one -> new Count(one.what(), one.count())).toList()))
        .update();
  }

  /** What a participant moved of a party. */
  record Part(PartyId party, String memo) {}

  /** What a participant moved in a merge and has not put back yet. */
  List<Part> standing(MergeId id, String participant) {
    return Sql.of(
            unitOfWork,
            "select party_id, memo from core.party_merge_part"
                + " where merge_id = ? and participant = ? and not undone order by party_id desc",
            id,
            participant)
        .list(row -> new Part(new PartyId(row.getLong(1)), row.getString(2)));
  }

  /** Writes down that a participant has put back what it moved. */
  void putBack(MergeId id, String participant) {
    Sql.of(
            unitOfWork,
            "update core.party_merge_part set undone = true"
                + " where merge_id = ? and participant = ?",
            id,
            participant)
        .update();
  }

  /** What a participant has missed. */
  record Missed(MergeId merge, long act, boolean undo) {}

  /** What the participant has missed since it was last there, in the order of the acts. */
  List<Missed> missed(String participant) {
    return Sql.of(
            unitOfWork,
            """
            with place as (select coalesce((select act from core.party_merge_participant
                                             where name = ?), 0) as act)
            select m.id, m.act, false
              from core.party_merge m, place
             where m.act > place.act and m.undone_act is null
               and not exists (select 1 from core.party_merge_part t
                                where t.merge_id = m.id and t.participant = ?)
            union all
            select m.id, m.undone_act, true
              from core.party_merge m, place
             where m.undone_act > place.act
               and exists (select 1 from core.party_merge_part t
                            where t.merge_id = m.id and t.participant = ? and not t.undone)
            order by 2
            """,
            participant,
            participant,
            participant)
        .list(row -> new Missed(new MergeId(row.getLong(1)), row.getLong(2), row.getBoolean(3)));
  }

  /** The participant has followed everything so far. */
  void followed(String participant) {
    Sql.of(
            unitOfWork,
            """
            insert into core.party_merge_participant (name, act)
            select ?, coalesce(max(greatest(act, undone_act)), 0) from core.party_merge
            on conflict (name) do update set act = excluded.act
             where party_merge_participant.act <> excluded.act
            """,
            participant)
        .update();
  }

  /** The participants that were ever there. */
  List<String> participants() {
    return Sql.of(unitOfWork, "select name from core.party_merge_participant order by name")
        .list(row -> row.getString(1));
  }

  Optional<MergeView> view(MergeId id) {
    return views(new SqlText().add(COLUMNS).add("and m.id = ?", id)).stream().findFirst();
  }

  Page<MergeView> page(MergeQuery query, PageRequest request) {
    SqlText sql = new SqlText().add(COLUMNS);
    if (query.party() != null) {
      sql.add(
          "and m.id in (select merge_id from core.party_merge_party where party_id = ?)",
          query.party());
    }
    if (query.standing()) {
      sql.add("and m.undone_at is null");
    }
    if (request.after() != null) {
      sql.add("and m.id < ?", place(request));
    }
    sql.add("order by m.id desc limit ?", request.limit() + 1);
    List<MergeView> rows = views(sql);
    if (rows.size() <= request.limit()) {
      return new Page<>(rows, null);
    }
    List<MergeView> items = rows.subList(0, request.limit());
    return new Page<>(items, Cursor.of(List.of(items.get(items.size() - 1).id().value())));
  }

  private static long place(PageRequest request) {
    try {
      return Long.parseLong(Cursor.values(request.after(), 1).get(0));
    } catch (NumberFormatException foreign) {
      throw new InvalidInput(FieldError.of("after", "cursor"));
    }
  }

  private List<MergeView> views(SqlText sql) {
    List<MergeView> bare = Sql.of(unitOfWork, sql.text(), sql.array()).list(MergeRows::view);
    Map<Long, Map<String, Long>> counts = counts(bare);
    return bare.stream()
        .map(
            merge ->
                new MergeView(
                    merge.id(),
                    merge.survivor(),
                    merge.survivorName(),
                    merge.merged(),
                    counts.getOrDefault(merge.id().value(), Map.of()).entrySet().stream()
                        .map(one -> new MovedRecords(one.getKey(), one.getValue()))
                        .toList(),
                    merge.mergedAt(),
                    merge.mergedBy(),
                    merge.undoneAt(),
                    merge.undoneBy(),
                    merge.remarks()))
        .toList();
  }

  private Map<Long, Map<String, Long>> counts(List<MergeView> merges) {
    Map<Long, Map<String, Long>> counts = new HashMap<>();
    Sql.of(
            unitOfWork,
            "select merge_id, moved from core.party_merge_part where merge_id = any(?::bigint[])"
                + " order by participant <> 'core', participant, party_id",
            merges.stream().map(MergeView::id).toList())
        .list(
            row -> {
              Map<String, Long> sums =
                  counts.computeIfAbsent(row.getLong(1), id -> new LinkedHashMap<>());
              Json.list(row.getString(2), Count.class)
                  .forEach(one -> sums.merge(one.what(), one.count(), Long::sum));
              return sums;
            });
    return counts;
  }

  private static MergeView view(ResultSet row) throws SQLException {
    return new MergeView(
        new MergeId(row.getLong("id")),
        new PartyId(row.getLong("survivor_id")),
        row.getString("survivor_name"),
        merged(row.getString("merged")),
        List.of(),
        Sql.instant(row, "merged_at"),
        row.getString("merged_by"),
        Sql.instant(row, "undone_at"),
        row.getString("undone_by"),
        Json.list(row.getString("remarks"), Remark.class).stream()
            .map(
                one ->
                    new MergeRemark(
                        new RecordRef(one.type(), one.id(), one.label()),
                        one.key(),
                        one.arguments()))
            .toList());
  }

  private static List<MergedParty> merged(String json) {
    return Json.list(json, Merged.class).stream()
        .map(one -> new MergedParty(new PartyId(one.id()), one.name(), one.number()))
        .toList();
  }

  private static String json(List<MergeRemark> remarks) {
    return Json.write(
        remarks.stream()
            .map(
                one ->
                    new Remark(
                        one.record().type(),
                        one.record().id(),
                        one.record().label(),
                        one.key(),
                        one.arguments()))
            .toList());
  }
}
