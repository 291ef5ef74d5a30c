package org.kartoteka.competitors.internal.data;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.kartoteka.competitors.AlertId;
import org.kartoteka.competitors.AlertKind;
import org.kartoteka.competitors.AlertView;
import org.kartoteka.core.api.party.PartyId;
import org.kartoteka.core.api.party.PartyNames;
import org.kartoteka.platform.api.data.Columns;
import org.kartoteka.platform.api.data.KeysetQuery;
import org.kartoteka.platform.api.data.Page;
import org.kartoteka.platform.api.data.PageRequest;
import org.kartoteka.platform.api.data.SortOrders;
import org.kartoteka.platform.api.data.SortType;
import org.kartoteka.platform.api.data.Sql;
import org.kartoteka.platform.api.data.UnitOfWork;
import org.kartoteka.platform.api.journal.RecordedEvent;
import org.kartoteka.platform.api.record.RecordRef;
import org.kartoteka.platform.api.security.UserId;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The alerts of those who watch; within a unit of work. */
@Component(service = AlertRows.class)
public final class AlertRows {

  private static final String COLUMNS = "a.*, c.name as competitor_name";
  private static final String FROM =
      "competitors.alert a join competitors.competitor c on c.party_id = a.competitor_id";
  private static final SortOrders ORDERS =
      new SortOrders("a.id", "-occurredAt").by("occurredAt", SortType.TIME, "a.occurred_at");

  private final UnitOfWork unitOfWork;
  private final PartyNames names;
  private final PartyReach reach;

  @Activate
  public AlertRows(
      @Reference UnitOfWork unitOfWork, @Reference PartyNames names, @Reference PartyReach reach) {
    this.unitOfWork = unitOfWork;
    this.names = names;
    this.reach = reach;
  }

  /**
   * Alerts everybody who watched one of the parties when it happened; each one once, however often
   * the event comes. Nothing comes of it when a party is gone meanwhile.
   *
   * @param customer may be null
   */
  public int raise(
      RecordedEvent<?> event,
      AlertKind kind,
      PartyId competitor,
      PartyId customer,
      RecordRef record) {
    List<PartyId> concerned = Stream.of(competitor, customer).filter(Objects::nonNull).toList();
    return Sql.of(
            unitOfWork,
            "insert into competitors.alert (user_id, event_id, kind, occurred_at, actor,"
                + " competitor_id, customer_id, record_type, record_id, label)"
                + " select distinct w.user_id, ?::bigint, ?, ?::timestamptz, ?, c.party_id,"
                + " ?::bigint, ?, ?, ?"
                + " from competitors.watch w, competitors.competitor c"
                + " where w.party_id = any(?) and w.since <= ? and c.party_id = ?"
                + " on conflict (user_id, event_id) do nothing",
            event.id(),
            kind,
            event.occurredAt(),
            event.actor(),
            customer,
            record.type(),
            record.id(),
            record.label(),
            concerned,
            event.occurredAt(),
            competitor)
        .update();
  }

  public Optional<AlertView> find(UserId user, AlertId id) {
    return names.complete(of(user).and("a.id = ?", id).all(unitOfWork, AlertRows::view)).stream()
        .findFirst();
  }

  public Page<AlertView> page(UserId user, boolean unseenOnly, PageRequest request) {
    return names.complete(
        list(user, unseenOnly).page(unitOfWork, request, ORDERS, AlertRows::view));
  }

  public long unseen(UserId user, long atMost) {
    return list(user, true).count(unitOfWork, atMost);
  }

  /** How many alerts nobody has seen yet. */
  public long unseenOfAll() {
    return Sql.of(unitOfWork, "select count(*) from competitors.alert where seen_at is null")
        .number();
  }

  /** Marks an alert; a null instant means that it is not seen. */
  public int mark(UserId user, AlertId id, Instant seenAt) {
    return Sql.of(
            unitOfWork,
            "update competitors.alert set seen_at = ?::timestamptz where user_id = ? and id = ?",
            seenAt,
            user,
            id)
        .update();
  }

  public int markAll(UserId user, Instant seenAt) {
    return Sql.of(
            unitOfWork,
            "update competitors.alert set seen_at = ? where user_id = ? and seen_at is null",
            seenAt,
            user)
        .update();
  }

  private KeysetQuery list(UserId user, boolean unseenOnly) {
    return unseenOnly ? of(user).and("a.seen_at is null") : of(user);
  }

  private KeysetQuery of(UserId user) {
    return new KeysetQuery(COLUMNS, FROM)
        .and("a.user_id = ?", user)
        .and(reach.seenOrNone("a.customer_id"));
  }

  private static PartyNames.Unnamed<AlertView> view(ResultSet row) throws SQLException {
    AlertId id = new AlertId(row.getLong("id"));
    AlertKind kind = Columns.word(row, "kind", AlertKind.class);
    Instant occurredAt = Sql.instant(row, "occurred_at");
    String actor = row.getString("actor");
    PartyId competitor = Columns.id(row, "competitor_id", PartyId::new);
    String competitorName = row.getString("competitor_name");
    PartyId customer = Columns.id(row, "customer_id", PartyId::new);
    RecordRef record =
        new RecordRef(
            row.getString("record_type"), row.getString("record_id"), row.getString("label"));
    Instant seenAt = Sql.instant(row, "seen_at");
    return new PartyNames.Unnamed<>(
        customer,
        customerName ->
            new AlertView(
                id,
                kind,
                occurredAt,
                actor,
                competitor,
                competitorName,
                customer,
                customerName,
                record,
                seenAt));
  }
}
