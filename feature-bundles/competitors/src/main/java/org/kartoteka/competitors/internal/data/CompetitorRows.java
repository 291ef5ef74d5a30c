package org.kartoteka.competitors.internal.data;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.kartoteka.competitors.CompetitorQuery;
import org.kartoteka.competitors.CompetitorView;
import org.kartoteka.competitors.Threat;
import org.kartoteka.core.api.party.PartyId;
import org.kartoteka.platform.api.data.Columns;
import org.kartoteka.platform.api.data.Condition;
import org.kartoteka.platform.api.data.KeysetQuery;
import org.kartoteka.platform.api.data.Page;
import org.kartoteka.platform.api.data.PageRequest;
import org.kartoteka.platform.api.data.SortOrders;
import org.kartoteka.platform.api.data.SortType;
import org.kartoteka.platform.api.data.Sql;
import org.kartoteka.platform.api.data.UnitOfWork;
import org.kartoteka.platform.api.security.UserId;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Reads competitors; within a unit of work. */
@Component(service = CompetitorRows.class)
public final class CompetitorRows {

  private static final String COLUMNS =
      "c.*,"
          + " (select count(*) from competitors.strategy_change s"
          + " where s.competitor_id = c.party_id) as strategy_changes,"
          + " (select max(s.happened_on) from competitors.strategy_change s"
          + " where s.competitor_id = c.party_id) as last_change,"
          + " (select count(*) from competitors.product p"
          + " where p.competitor_id = c.party_id) as products";
  private static final String ALL_PRESENCES =
      ", (select count(*) from competitors.presence e"
          + " where e.competitor_id = c.party_id) as presences";
  private static final String FROM = "competitors.competitor c";

  private static final SortOrders ORDERS =
      new SortOrders("c.party_id", "name")
          .by("name", SortType.TEXT, "c.name")
          .by(
              "threat",
              SortType.NUMBER,
              "coalesce(array_position(array['LOW', 'MEDIUM', 'HIGH'], c.threat), 0)")
          .by("createdAt", SortType.TIME, "c.created_at");

  private final UnitOfWork unitOfWork;
  private final PartyReach reach;

  @Activate
  public CompetitorRows(@Reference UnitOfWork unitOfWork, @Reference PartyReach reach) {
    this.unitOfWork = unitOfWork;
    this.reach = reach;
  }

  public Optional<CompetitorView> find(PartyId id) {
    return rows().and("c.party_id = ?", id).all(unitOfWork, CompetitorRows::view).stream()
        .findFirst();
  }

  public Page<CompetitorView> page(CompetitorQuery query, PageRequest request) {
    return list(query).page(unitOfWork, request, ORDERS, CompetitorRows::view);
  }

  public long count(CompetitorQuery query, long atMost) {
    return list(query).count(unitOfWork, atMost);
  }

  /** How many records there are that tell of the competitor. */
  public long records(PartyId id) {
    return Sql.of(
            unitOfWork,
            "select (select count(*) from competitors.strategy_change where competitor_id = ?)"
                + " + (select count(*) from competitors.product where competitor_id = ?)"
                + " + (select count(*) from competitors.presence where competitor_id = ?)",
            id,
            id,
            id)
        .number();
  }

  /** All competitors, each with the number of those of its customers that the user may see. */
  private KeysetQuery rows() {
    Condition seen = reach.seen("e.customer_id");
    return seen.isAll()
        ? new KeysetQuery(COLUMNS + ALL_PRESENCES, FROM)
        : new KeysetQuery(
            COLUMNS + ", seen.presences",
            FROM
                + " cross join lateral (select count(*) as presences from competitors.presence e"
                + " where e.competitor_id = c.party_id and "
                + seen.sql()
                + ") seen",
            seen.arguments());
  }

  private KeysetQuery list(CompetitorQuery query) {
    return rows()
        .andWords("c.search_text", query.text())
        .andIf(query.threat(), "c.threat = ?")
        .andIf(query.owner(), "c.owner_id = ?");
  }

  private static CompetitorView view(ResultSet row) throws SQLException {
    return new CompetitorView(
        Columns.id(row, "party_id", PartyId::new),
        row.getLong("revision"),
        row.getString("name"),
        Columns.word(row, "threat", Threat.class),
        row.getString("strengths"),
        row.getString("weaknesses"),
        Columns.id(row, "owner_id", UserId::new),
        row.getLong("strategy_changes"),
        row.getLong("products"),
        row.getLong("presences"),
        Columns.day(row, "last_change"),
        Sql.instant(row, "created_at"),
        row.getString("created_by"),
        Sql.instant(row, "changed_at"),
        row.getString("changed_by"));
  }
}
