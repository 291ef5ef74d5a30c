package org.kartoteka.platform.internal.journal;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.kartoteka.platform.api.data.Sql;
import org.kartoteka.platform.api.data.UnitOfWork;
import org.kartoteka.platform.api.journal.ParkedEvent;
import org.kartoteka.platform.api.journal.SubscriptionView;

/** The journal's tables. Every method runs in the caller's unit of work. */
final class JournalStore {

  /** Only one node places events at a time. */
  private static final long PLACING = 7_270_015L;

  static final int PLACED_AT_ONCE = 1000;

  private final UnitOfWork unitOfWork;

  JournalStore(UnitOfWork unitOfWork) {
    this.unitOfWork = unitOfWork;
  }

  /** An event as it lies in the table. */
  record Stored(
      long id, long position, String type, Instant occurredAt, String actor, String payload) {}

  /** Where a subscription stands; held locked until the unit of work ends. */
  record Standing(long position, int attempts, Instant retryAt) {}

  /** Appends events; those later in the lists get the larger ids. */
  void append(
      List<String> types, List<String> payloads, Instant at, String actor, String correlation) {
    Sql.of(
            unitOfWork,
            """
            insert into platform.event (type, payload, occurred_at, actor, correlation)
            select e.type, e.payload::jsonb, ?, ?, ?
              from unnest(?::text[], ?::text[]) with ordinality as e (type, payload, n)
             order by e.n
            """,
            at,
            actor,
            correlation,
            types,
            payloads)
        .update();
  }

  /**
   * Gives committed events their place. An event becomes visible here only after its transaction
   * was committed, and one that depends on another has the larger id: so places follow the commits,
   * and an event of a transaction that still runs is placed later, never skipped.
   *
   * @return how many were placed
   */
  int place() {
    boolean mine =
        Sql.of(unitOfWork, "select pg_try_advisory_xact_lock(?)", PLACING)
            .first(row -> row.getBoolean(1))
            .orElse(false);
    if (!mine) {
      return 0;
    }
    return Sql.of(
            unitOfWork,
            "with fresh as materialized (select id, row_number() over (order by id) as n from"
                + " (select id from platform.event where position is null order by id limit ?) e),"
                + " last as (select coalesce(max(position), 0) as p from platform.event) update"
                + " platform.event set position = last.p + fresh.n from fresh, last where"
                + " platform.event.id = fresh.id",
            PLACED_AT_ONCE)
        .update();
  }

  /** The subscriptions that have something to handle now. */
  List<String> waiting(Instant now) {
    return Sql.of(
            unitOfWork,
            "select name from platform.subscription s where (s.retry_at is null or s.retry_at <= ?)"
                + " and exists (select 1 from platform.event e where e.type = any(s.types)"
                + " and e.position > s.position)",
            now)
        .list(row -> row.getString(1));
  }

  /** Leaves a subscription that is as it should be alone: a handler may be at work on it. */
  void subscribe(String name, String feature, List<String> types, boolean fromTheBeginning) {
    Sql.of(
            unitOfWork,
            "insert into platform.subscription (name, feature, types, position) select ?, ?, ?, "
                + (fromTheBeginning
                    ? "0"
                    : "(select coalesce(max(position), 0) from platform.event)")
                + " where not exists (select 1 from platform.subscription where name = ? and"
                + " feature = ? and types = ?) on conflict (name) do update set feature ="
                + " excluded.feature, types = excluded.types",
            name,
            feature,
            types,
            name,
            feature,
            types)
        .update();
  }

  /** Locks the subscription; empty when another node has it. */
  Optional<Standing> lock(String subscription) {
    return Sql.of(
            unitOfWork,
            "select position, attempts, retry_at from platform.subscription where name = ? for update"
                + " skip locked",
            subscription)
        .first(row -> new Standing(row.getLong(1), row.getInt(2), Sql.instant(row, "retry_at")));
  }

  /** The next events of the types, in their order; each type is read by its own index. */
  List<Stored> next(List<String> types, long after, int atMost) {
    return Sql.of(
            unitOfWork,
            """
            select e.id, e.position, e.type, e.occurred_at, e.actor, e.payload::text
              from unnest(?::text[]) as wanted (type)
             cross join lateral (
                   select * from platform.event o where o.type = wanted.type and o.position > ?
                    order by o.position limit ?) e
             order by e.position limit ?
            """,
            types,
            after,
            atMost,
            atMost)
        .list(JournalStore::stored);
  }

  Optional<Stored> event(long id) {
    return Sql.of(
            unitOfWork,
            "select id, position, type, occurred_at, actor, payload::text from platform.event"
                + " where id = ?",
            id)
        .first(JournalStore::stored);
  }

  void moveTo(String subscription, long position) {
    Sql.of(
            unitOfWork,
            "update platform.subscription set position = ?, attempts = 0, retry_at = null,"
                + " last_error = null where name = ?",
            position,
            subscription)
        .update();
  }

  void failed(String subscription, int attempts, Instant retryAt, String error) {
    Sql.of(
            unitOfWork,
            "update platform.subscription set attempts = ?, retry_at = ?, last_error = ? where name ="
                + " ?",
            attempts,
            retryAt,
            error,
            subscription)
        .update();
  }

  void park(String subscription, long eventId, int attempts, String error, Instant at) {
    Sql.of(
            unitOfWork,
            "insert into platform.parked_event (subscription, event_id, attempts, error, parked_at)"
                + " values (?, ?, ?, ?, ?) on conflict (subscription, event_id) do update set attempts"
                + " = platform.parked_event.attempts + excluded.attempts, error = excluded.error,"
                + " parked_at = excluded.parked_at",
            subscription,
            eventId,
            attempts,
            error,
            at)
        .update();
  }

  boolean unpark(String subscription, long eventId) {
    return Sql.of(
                unitOfWork,
                "delete from platform.parked_event where subscription = ? and event_id = ?",
                subscription,
                eventId)
            .update()
        > 0;
  }

  List<ParkedEvent> parked(String subscription, int limit) {
    return Sql.of(
            unitOfWork,
            "select p.*, e.type, e.occurred_at, e.payload::text as payload from platform.parked_event"
                + " p join platform.event e on e.id = p.event_id where p.subscription = ? order by"
                + " p.event_id limit ?",
            subscription,
            limit)
        .list(
            row ->
                new ParkedEvent(
                    row.getString("subscription"),
                    row.getLong("event_id"),
                    row.getString("type"),
                    Sql.instant(row, "occurred_at"),
                    Sql.instant(row, "parked_at"),
                    row.getInt("attempts"),
                    row.getString("payload"),
                    row.getString("error")));
  }

  List<SubscriptionView> subscriptions(java.util.function.Predicate<String> connected) {
    return Sql.of(
            unitOfWork,
            "select s.*, (select count(*) from platform.event e where e.type = any(s.types) and (e.position"
                + " > s.position or e.position is null)) as waiting, (select count(*) from"
                + " platform.parked_event p where p.subscription = s.name) as parked from"
                + " platform.subscription s order by s.name")
        .list(
            row ->
                new SubscriptionView(
                    row.getString("name"),
                    row.getString("feature"),
                    connected.test(row.getString("name")),
                    row.getLong("position"),
                    row.getLong("waiting"),
                    row.getLong("parked"),
                    row.getString("last_error")));
  }

  private static Stored stored(java.sql.ResultSet row) throws java.sql.SQLException {
    return new Stored(
        row.getLong("id"),
        row.getLong("position"),
        row.getString("type"),
        Sql.instant(row, "occurred_at"),
        row.getString("actor"),
        row.getString("payload"));
  }
}
