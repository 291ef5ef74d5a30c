package org.kartoteka.competitors.internal.data;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.kartoteka.competitors.Certainty;
import org.kartoteka.competitors.PresenceId;
import org.kartoteka.competitors.PresenceQuery;
import org.kartoteka.competitors.PresenceView;
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
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Reads presences; within a unit of work. */
@Component(service = PresenceRows.class)
public final class PresenceRows {

  private static final String COLUMNS = "e.*, c.name as competitor_name";
  private static final String FROM =
      "competitors.presence e join competitors.competitor c on c.party_id = e.competitor_id";

  private static final SortOrders ORDERS =
      new SortOrders("e.id", "-changedAt")
          .by("changedAt", SortType.TIME, "e.changed_at")
          .by("sharePercent", SortType.NUMBER, "coalesce(e.share_percent, -1)")
          .by("competitorName", SortType.TEXT, "c.name");

  private final UnitOfWork unitOfWork;
  private final PartyNames names;
  private final PartyReach reach;

  @Activate
  public PresenceRows(
      @Reference UnitOfWork unitOfWork, @Reference PartyNames names, @Reference PartyReach reach) {
    this.unitOfWork = unitOfWork;
    this.names = names;
    this.reach = reach;
  }

  public Optional<PresenceView> find(PresenceId id) {
    return names
        .complete(
            new KeysetQuery(COLUMNS, FROM)
                .and("e.id = ?", id)
                .and(reach.seen("e.customer_id"))
                .all(unitOfWork, PresenceRows::view))
        .stream()
        .findFirst();
  }

  /**
   * A page of presences.
   *
   * @param today the day on which current presences go on
   */
  public Page<PresenceView> page(PresenceQuery query, LocalDate today, PageRequest request) {
    return names.complete(list(query, today).page(unitOfWork, request, ORDERS, PresenceRows::view));
  }

  public long count(PresenceQuery query, LocalDate today, long atMost) {
    return list(query, today).count(unitOfWork, atMost);
  }

  private KeysetQuery list(PresenceQuery query, LocalDate today) {
    KeysetQuery list =
        new KeysetQuery(COLUMNS, FROM)
            .andIf(query.competitor(), "e.competitor_id = ?")
            .andIf(query.customer(), "e.customer_id = ?")
            .andIf(query.certainty(), "e.certainty = ?")
            .and(reach.seen("e.customer_id"));
    return query.current()
        ? list.and("(e.until is null or e.until >= ?)", today)
            .and("(e.since is null or e.since <= ?)", today)
        : list;
  }

  private static PartyNames.Unnamed<PresenceView> view(ResultSet row) throws SQLException {
    PresenceId id = new PresenceId(row.getLong("id"));
    long revision = row.getLong("revision");
    PartyId competitor = Columns.id(row, "competitor_id", PartyId::new);
    String competitorName = row.getString("competitor_name");
    PartyId customer = Columns.id(row, "customer_id", PartyId::new);
    BigDecimal share = row.getBigDecimal("share_percent");
    String supplies = row.getString("supplies");
    LocalDate since = Columns.day(row, "since");
    LocalDate until = Columns.day(row, "until");
    Certainty certainty = Columns.word(row, "certainty", Certainty.class);
    String note = row.getString("note");
    Instant createdAt = Sql.instant(row, "created_at");
    String createdBy = row.getString("created_by");
    Instant changedAt = Sql.instant(row, "changed_at");
    String changedBy = row.getString("changed_by");
    return new PartyNames.Unnamed<>(
        customer,
        customerName ->
            new PresenceView(
                id,
                revision,
                competitor,
                competitorName,
                customer,
                customerName,
                share,
                supplies,
                since,
                until,
                certainty,
                note,
                createdAt,
                createdBy,
                changedAt,
                changedBy));
  }
}
