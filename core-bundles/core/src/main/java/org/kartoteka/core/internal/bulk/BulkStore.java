package org.kartoteka.core.internal.bulk;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.kartoteka.core.api.bulk.BulkActId;
import org.kartoteka.core.api.bulk.BulkActView;
import org.kartoteka.core.api.party.PartyId;
import org.kartoteka.core.internal.criteria.PartyScopes;
import org.kartoteka.core.internal.data.Keyset;
import org.kartoteka.core.internal.data.SqlText;
import org.kartoteka.core.internal.data.Starter;
import org.kartoteka.core.internal.domain.Json;
import org.kartoteka.platform.api.data.Cursor;
import org.kartoteka.platform.api.data.Page;
import org.kartoteka.platform.api.data.PageRequest;
import org.kartoteka.platform.api.data.Sql;
import org.kartoteka.platform.api.data.UnitOfWork;
import org.kartoteka.platform.api.security.RecordAction;
import org.kartoteka.platform.api.security.User;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Bulk acts as rows. */
@Component(service = BulkStore.class)
public class BulkStore {

  private static final String ACTS =
      "select a.*, (select u.id from core.bulk_act u where u.undoes = a.id) as undone_by"
          + " from core.bulk_act a";

  private final UnitOfWork unitOfWork;
  private final Clock clock;
  private final PartyScopes scopes;

  @Activate
  public BulkStore(
      @Reference UnitOfWork unitOfWork, @Reference Clock clock, @Reference PartyScopes scopes) {
    this.unitOfWork = unitOfWork;
    this.clock = clock;
    this.scopes = scopes;
  }

  /** What came of one party. */
  record Outcome(PartyId party, boolean changed, Map<String, Object> before, Trouble problem) {

    static Outcome changed(PartyId party, Map<String, Object> before) {
      return new Outcome(party, true, before, null);
    }

    static Outcome refused(PartyId party, Trouble problem) {
      return new Outcome(party, false, null, problem);
    }
  }

  /** Why a party could not be changed: the key of a text with its arguments. */
  record Trouble(String key, List<String> arguments) {}

  /** A party that was changed, with what it was. */
  record Changed(PartyId party, Map<String, Object> before) {}

  /** A party that was refused. */
  record Kept(PartyId party, String name, Trouble problem) {}

  BulkActId add(String order, BulkActId undoes, long total, String node, User starter) {
    return Sql.of(
            unitOfWork,
            """
            insert into core.bulk_act (order_, state, undoes, total, node, starter, started_by,
                                       started_at)
            values (?::jsonb, 'RUNNING', ?, ?, ?, ?::jsonb, ?, ?) returning id
            """,
            order,
            undoes,
            total,
            node,
            Starter.write(starter),
            starter.name(),
            clock.instant())
        .first(row -> new BulkActId(row.getLong(1)))
        .orElseThrow();
  }

  /**
   * Writes what came of a batch and moves the act on.
   *
   * @param before the last party that was taken before; null for none
   * @return false when somebody else has moved it on, so that nothing may be written
   */
  boolean add(BulkActId act, List<Outcome> outcomes, int unchanged, Long before, long place) {
    long changed = outcomes.stream().filter(Outcome::changed).count();
    Sql.of(
            unitOfWork,
            """
            insert into core.bulk_act_party (act_id, party_id, changed, before, problem)
            select ?, party, changed, before::jsonb, problem::jsonb
              from unnest(?::bigint[], ?::boolean[], ?::text[], ?::text[])
                as row (party, changed, before, problem)
            """,
            act,
            outcomes.stream().map(Outcome::party).toList(),
            outcomes.stream().map(one -> Boolean.toString(one.changed())).toList(),
            outcomes.stream().map(one -> json(one.before())).toList(),
            outcomes.stream().map(one -> json(one.problem())).toList())
        .update();
    return Sql.of(
                unitOfWork,
                """
            update core.bulk_act
               set done = done + ?, changed = changed + ?, refused = refused + ?,
                   unchanged = unchanged + ?, place = ?
             where id = ? and state = 'RUNNING' and coalesce(place, 0) = ?
            """,
                outcomes.size() + unchanged,
                changed,
                outcomes.size() - changed,
                unchanged,
                place,
                act,
                before == null ? 0L : before)
            .update()
        > 0;
  }

  void end(BulkActId act, BulkActView.State state, String problem) {
    Sql.of(
            unitOfWork,
            "update core.bulk_act set state = ?, problem = ?, ended_at = ? where id = ?",
            state,
            problem,
            clock.instant(),
            act)
        .update();
  }

  void endInterrupted(String node, String problem) {
    Sql.of(
            unitOfWork,
            """
            update core.bulk_act set state = 'FAILED', problem = ?, ended_at = ?
             where node = ? and state = 'RUNNING' and starter is null
            """,
            problem,
            clock.instant(),
            node)
        .update();
  }

  /** An act that was interrupted, with the last party that was taken; null for none. */
  record Interrupted(BulkActId act, User starter, Long place) {}

  /** What was running on this node when it went down. */
  List<Interrupted> interrupted(String node) {
    return Sql.of(
            unitOfWork,
            """
            select id, starter, place from core.bulk_act
             where node = ? and state = 'RUNNING' and starter is not null order by id
            """,
            node)
        .list(
            row ->
                new Interrupted(
                    new BulkActId(row.getLong(1)),
                    Starter.read(row.getString(2)),
                    row.getObject(3, Long.class)));
  }

  boolean cancel(BulkActId act) {
    return Sql.of(
                unitOfWork,
                "update core.bulk_act set cancel = true where id = ? and state = 'RUNNING'",
                act)
            .update()
        > 0;
  }

  boolean isCancelled(BulkActId act) {
    return Sql.of(unitOfWork, "select cancel from core.bulk_act where id = ?", act)
        .first(row -> row.getBoolean(1))
        .orElse(true);
  }

  Optional<BulkActView> find(BulkActId act) {
    return Sql.of(unitOfWork, ACTS + " where a.id = ?", act).first(BulkStore::view);
  }

  /** Holds an act, so that nobody else undoes it at the same time. */
  void hold(BulkActId act) {
    Sql.of(unitOfWork, "select id from core.bulk_act where id = ? for update", act).number();
  }

  Page<BulkActView> page(Optional<String> starter, PageRequest request) {
    SqlText sql = new SqlText().add(ACTS + " where true");
    starter.ifPresent(name -> sql.add("and a.started_by = ?", name));
    if (request.after() != null) {
      sql.add("and a.id < ?", Keyset.of(request).id());
    }
    sql.add("order by a.id desc limit ?", request.limit() + 1);
    return page(
        Sql.of(unitOfWork, sql.text(), sql.array()).list(BulkStore::view),
        request,
        act -> act.id().value());
  }

  Page<Kept> refused(BulkActId act, PageRequest request) {
    long after = request.after() == null ? Long.MIN_VALUE : Keyset.of(request).id();
    SqlText sql =
        new SqlText()
            .add("select r.party_id, p.name, r.problem")
            .add("from core.bulk_act_party r left join core.party p on p.id = r.party_id")
            .add("where r.act_id = ? and not r.changed and r.party_id > ?", act, after);
    scopes
        .limit(sql, RecordAction.READ, "r.party_id")
        .add("order by r.party_id limit ?", request.limit() + 1);
    return page(
        Sql.of(unitOfWork, sql.text(), sql.array())
            .list(
                row ->
                    new Kept(
                        new PartyId(row.getLong(1)),
                        row.getString(2),
                        Json.value(row.getString(3), Trouble.class))),
        request,
        kept -> kept.party().value());
  }

  List<Changed> changed(BulkActId act, long after, int limit) {
    return Sql.of(
            unitOfWork,
            """
            select party_id, before from core.bulk_act_party
             where act_id = ? and changed and party_id > ? order by party_id limit ?
            """,
            act,
            after,
            limit)
        .list(row -> new Changed(new PartyId(row.getLong(1)), Json.map(row.getString(2))));
  }

  private static <T> Page<T> page(
      List<T> rows, PageRequest request, java.util.function.ToLongFunction<T> id) {
    boolean more = rows.size() > request.limit();
    List<T> items = more ? rows.subList(0, request.limit()) : rows;
    return new Page<>(
        items, more ? Cursor.of(List.of("", id.applyAsLong(items.get(items.size() - 1)))) : null);
  }

  private static String json(Object value) {
    return value == null ? null : Json.write(value);
  }

  private static BulkActView view(ResultSet row) throws SQLException {
    return new BulkActView(
        new BulkActId(row.getLong("id")),
        BulkOrders.read(row.getString("order_")),
        BulkActView.State.valueOf(row.getString("state")),
        id(row, "undoes"),
        id(row, "undone_by"),
        row.getLong("total"),
        row.getLong("done"),
        row.getLong("changed"),
        row.getLong("unchanged"),
        row.getLong("refused"),
        row.getString("started_by"),
        Sql.instant(row, "started_at"),
        Sql.instant(row, "ended_at"),
        row.getString("problem"));
  }

  private static BulkActId id(ResultSet row, String column) throws SQLException {
    long id = row.getLong(column);
    return row.wasNull() ? null : new BulkActId(id);
  }

  static List<Long> ids(Iterable<PartyId> parties) {
    List<Long> ids = new ArrayList<>();
    parties.forEach(party -> ids.add(party.value()));
    return ids;
  }
}
