package org.kartoteka.core.internal.merge;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.kartoteka.core.api.merge.MergeCard;
import org.kartoteka.core.api.merge.MergeId;
import org.kartoteka.core.api.merge.MergeMove;
import org.kartoteka.core.api.merge.MergeQuery;
import org.kartoteka.core.api.merge.MergeRemark;
import org.kartoteka.core.api.merge.MergeView;
import org.kartoteka.core.api.merge.MovedRecords;
import org.kartoteka.core.api.party.PartyRegister;
import org.kartoteka.core.api.person.PersonDirectory;
import org.kartoteka.core.internal.criteria.PartyScopes;
import org.kartoteka.core.internal.data.SqlText;
import org.kartoteka.core.internal.domain.Json;
import org.kartoteka.platform.api.act.Act;
import org.kartoteka.platform.api.data.Cursor;
import org.kartoteka.platform.api.data.Page;
import org.kartoteka.platform.api.data.PageRequest;
import org.kartoteka.platform.api.data.Sql;
import org.kartoteka.platform.api.data.UnitOfWork;
import org.kartoteka.platform.api.problem.FieldError;
import org.kartoteka.platform.api.problem.InvalidInput;
import org.kartoteka.platform.api.record.Id;
import org.kartoteka.platform.api.record.RecordRef;
import org.kartoteka.platform.api.security.RecordAction;
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
      select m.id, m.record_type, m.survivor_id, m.merged, m.merged_at, m.merged_by, m.undone_at,
             m.undone_by, m.remarks,
             case when p.id is not null then p.name
                  when s.id is not null then concat_ws(' ', s.first_name, s.last_name)
                  else m.survivor_name end as survivor_name
        from core.record_merge m
        left join core.party p on p.id = m.survivor_id and m.record_type = 'party'
        left join core.person s on s.id = m.survivor_id and m.record_type = 'person'
       where true
      """;

  private static final String KEPT =
      "select id, record_type, survivor_id, survivor_name, merged, memo, undone_at"
          + " from core.record_merge ";

  private final UnitOfWork unitOfWork;
  private final PartyScopes scopes;

  @Activate
  public MergeRows(@Reference UnitOfWork unitOfWork, @Reference PartyScopes scopes) {
    this.unitOfWork = unitOfWork;
    this.scopes = scopes;
  }

  /** A card that became part of another, as it is kept; a person has no number. */
  private record Merged(long id, String name, String number) {}

  /** A remark as it is kept. */
  private record Remark(String type, String id, String label, String key, List<String> arguments) {}

  /** A number of records as it is kept. */
  private record Count(String what, long count) {}

  /** Lets nobody else merge or undo until the transaction ends; reading goes on. */
  void alone() {
    Sql.of(unitOfWork, "select pg_advisory_xact_lock(hashtext('core.record_merge'))")
        .first(row -> true);
  }

  /** Writes down a merge. */
  MergeId add(MergeCard survivor, List<MergeCard> merged, Object memo, Act act) {
    List<Merged> kept = merged.stream().map(MergeRows::kept).toList();
    long id =
        Sql.of(
                unitOfWork,
                """
                insert into core.record_merge (record_type, survivor_id, survivor_name, merged,
                                               memo, merged_at, merged_by)
                values (?, ?, ?, ?::jsonb, ?::jsonb, ?, ?) returning id
                """,
                survivor.record().type(),
                id(survivor.record()),
                survivor.record().label(),
                Json.write(kept),
                Json.write(memo),
                act.at(),
                act.by())
            .number();
    List<Long> cards = new ArrayList<>(kept.stream().map(Merged::id).toList());
    cards.add(id(survivor.record()));
    Sql.of(
            unitOfWork,
            "insert into core.record_merge_card (merge_id, record_id)"
                + " select ?, unnest(?::bigint[])",
            id,
            cards)
        .update();
    return new MergeId(id);
  }

  private static Merged kept(MergeCard card) {
    boolean numbered = card.record().type().equals(PartyRegister.TYPE);
    return new Merged(id(card.record()), card.record().label(), numbered ? card.detail() : null);
  }

  /** The number of a record. */
  static long id(RecordRef record) {
    return Long.parseLong(record.id());
  }

  /** A merge with what the core needs to undo it. */
  record Kept(MergeId id, RecordRef survivor, List<RecordRef> merged, String memo, boolean undone) {

    String type() {
      return survivor.type();
    }

    long survivorId() {
      return MergeRows.id(survivor);
    }

    List<Long> mergedIds() {
      return merged.stream().map(MergeRows::id).toList();
    }

    <M> M memo(Class<M> type) {
      return Json.value(memo, type);
    }
  }

  Optional<Kept> find(MergeId id) {
    return Sql.of(unitOfWork, KEPT + "where id = ?", id).first(MergeRows::kept);
  }

  /** The merges into the same survivor that came after the given one and still stand. */
  List<Kept> later(Kept than) {
    return Sql.of(
            unitOfWork,
            KEPT
                + "where record_type = ? and survivor_id = ? and id > ? and undone_at is null"
                + " order by id",
            than.type(),
            than.survivorId(),
            than.id())
        .list(MergeRows::kept);
  }

  /** The merges that stand and in which one of the cards survived or became part of another. */
  List<Kept> standing(String type, Collection<Long> cards) {
    return Sql.of(
            unitOfWork,
            KEPT
                + """
                where record_type = ? and undone_at is null
                  and id in (select merge_id from core.record_merge_card
                              where record_id = any(?::bigint[]))
                order by id
                """,
            type,
            cards)
        .list(MergeRows::kept);
  }

  /** Writes down what the core needs now to undo a merge. */
  void rewrite(MergeId id, Object memo) {
    Sql.of(
            unitOfWork,
            "update core.record_merge set memo = ?::jsonb where id = ?",
            Json.write(memo),
            id)
        .update();
  }

  private static Kept kept(ResultSet row) throws SQLException {
    String type = row.getString("record_type");
    return new Kept(
        new MergeId(row.getLong("id")),
        survivor(row, type),
        merged(row.getString("merged"), type),
        row.getString("memo"),
        row.getTimestamp("undone_at") != null);
  }

  private static RecordRef survivor(ResultSet row, String type) throws SQLException {
    return new RecordRef(type, row.getString("survivor_id"), row.getString("survivor_name"));
  }

  /** Writes down that a merge was undone. */
  void undone(MergeId id, List<MergeRemark> remarks, Act act) {
    Sql.of(
            unitOfWork,
            "update core.record_merge set undone_act = nextval('core.record_merge_act_seq'),"
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
              "update core.record_merge set remarks = remarks || ?::jsonb where id = ?",
              json(remarks),
              id)
          .update();
    }
  }

  /** Writes down what a participant moved of a card. */
  void moved(MergeId id, String participant, long card, MergeMove move) {
    Sql.of(
            unitOfWork,
            """
            insert into core.record_merge_part (merge_id, participant, record_id, memo, moved)
            values (?, ?, ?, ?, ?::jsonb)
            """,
            id,
            participant,
            card,
            move.memo(),
            Json.write(
                move.moved().stream().map(one -> new Count(one.what(), one.count())).toList()))
        .update();
  }

  /** What a participant moved of a card. */
  record Part(long card, String memo) {}

  /** What a participant moved in a merge and has not put back yet. */
  List<Part> standing(MergeId id, String participant) {
    return Sql.of(
            unitOfWork,
            "select record_id, memo from core.record_merge_part"
                + " where merge_id = ? and participant = ? and not undone"
                + " order by record_id desc",
            id,
            participant)
        .list(row -> new Part(row.getLong(1), row.getString(2)));
  }

  /** Writes down that a participant has put back what it moved. */
  void putBack(MergeId id, String participant) {
    Sql.of(
            unitOfWork,
            "update core.record_merge_part set undone = true"
                + " where merge_id = ? and participant = ?",
            id,
            participant)
        .update();
  }

  /** What a participant has missed. */
  record Missed(MergeId merge, long act, boolean undo) {}

  /** What the participant has missed since it was last there, in the order of the acts. */
  List<Missed> missed(String type, String participant) {
    return Sql.of(
            unitOfWork,
            """
            with place as (select coalesce((select act from core.record_merge_participant
                                             where record_type = ? and name = ?), 0) as act)
            select m.id, m.act, false
              from core.record_merge m, place
             where m.record_type = ? and m.act > place.act and m.undone_act is null
               and not exists (select 1 from core.record_merge_part t
                                where t.merge_id = m.id and t.participant = ?)
            union all
            select m.id, m.undone_act, true
              from core.record_merge m, place
             where m.record_type = ? and m.undone_act > place.act
               and exists (select 1 from core.record_merge_part t
                            where t.merge_id = m.id and t.participant = ? and not t.undone)
            order by 2
            """,
            type,
            participant,
            type,
            participant,
            type,
            participant)
        .list(row -> new Missed(new MergeId(row.getLong(1)), row.getLong(2), row.getBoolean(3)));
  }

  /** The participant has followed everything so far. */
  void followed(String type, String participant) {
    Sql.of(
            unitOfWork,
            """
            insert into core.record_merge_participant (record_type, name, act)
            select ?, ?, coalesce(max(greatest(act, undone_act)), 0) from core.record_merge
            on conflict (record_type, name) do update set act = excluded.act
             where record_merge_participant.act <> excluded.act
            """,
            type,
            participant)
        .update();
  }

  /** The participants that were ever there. */
  List<String> participants(String type) {
    return Sql.of(
            unitOfWork,
            "select name from core.record_merge_participant where record_type = ? order by name",
            type)
        .list(row -> row.getString(1));
  }

  Optional<MergeView> view(MergeId id) {
    SqlText sql = new SqlText().add(COLUMNS).add("and m.id = ?", id);
    limit(sql);
    return views(sql).stream().findFirst();
  }

  Page<MergeView> page(MergeQuery query, Collection<String> types, PageRequest request) {
    SqlText sql = new SqlText().add(COLUMNS).add("and m.record_type = any(?)", types);
    limit(sql);
    of(sql, PartyRegister.TYPE, query.party());
    of(sql, PersonDirectory.TYPE, query.person());
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

  /** Merges follow the party that survived, or that of the person who did. */
  private void limit(SqlText sql) {
    scopes.limit(sql, RecordAction.READ, "coalesce(p.merged_into, p.id, s.party_id)");
  }

  private static void of(SqlText sql, String type, Id card) {
    if (card != null) {
      sql.add("and m.record_type = ?", type)
          .add(
              "and m.id in (select merge_id from core.record_merge_card where record_id = ?)",
              card);
    }
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
            "select merge_id, moved from core.record_merge_part where merge_id = any(?::bigint[])"
                + " order by participant <> 'core', participant, record_id",
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
    String type = row.getString("record_type");
    return new MergeView(
        new MergeId(row.getLong("id")),
        survivor(row, type),
        merged(row.getString("merged"), type),
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

  private static List<RecordRef> merged(String json, String type) {
    return Json.list(json, Merged.class).stream()
        .map(
            one ->
                new RecordRef(
                    type,
                    Long.toString(one.id()),
                    one.number() == null ? one.name() : one.name() + " (" + one.number() + ")"))
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
