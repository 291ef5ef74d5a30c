package org.kartoteka.competitors.internal.data;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.kartoteka.competitors.ReactionState;
import org.kartoteka.competitors.SourceReliability;
import org.kartoteka.competitors.StrategyChangeId;
import org.kartoteka.competitors.StrategyChangeQuery;
import org.kartoteka.competitors.StrategyChangeView;
import org.kartoteka.competitors.StrategyKind;
import org.kartoteka.core.api.party.PartyId;
import org.kartoteka.platform.api.data.Columns;
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

/** Reads strategy changes; within a unit of work. */
@Component(service = StrategyChangeRows.class)
public final class StrategyChangeRows {

  private static final String COLUMNS = "s.*, c.name as competitor_name";
  private static final String FROM =
      "competitors.strategy_change s join competitors.competitor c on c.party_id = s.competitor_id";

  private static final SortOrders ORDERS =
      new SortOrders("s.id", "-date")
          .by("date", SortType.DATE, "s.happened_on")
          .by("competitorName", SortType.TEXT, "c.name");

  private final UnitOfWork unitOfWork;

  @Activate
  public StrategyChangeRows(@Reference UnitOfWork unitOfWork) {
    this.unitOfWork = unitOfWork;
  }

  public Optional<StrategyChangeView> find(StrategyChangeId id) {
    return new KeysetQuery(COLUMNS, FROM)
        .and("s.id = ?", id).all(unitOfWork, StrategyChangeRows::view).stream().findFirst();
  }

  public Page<StrategyChangeView> page(StrategyChangeQuery query, PageRequest request) {
    return list(query).page(unitOfWork, request, ORDERS, StrategyChangeRows::view);
  }

  public long count(StrategyChangeQuery query, long atMost) {
    return list(query).count(unitOfWork, atMost);
  }

  private static KeysetQuery list(StrategyChangeQuery query) {
    KeysetQuery list =
        new KeysetQuery(COLUMNS, FROM)
            .andWords("s.search_text", query.text())
            .andIf(query.competitor(), "s.competitor_id = ?")
            .andIf(query.kind(), "s.kind = ?")
            .andIf(query.owner(), "s.owner_id = ?")
            .andIf(query.from(), "s.happened_on >= ?")
            .andIf(query.to(), "s.happened_on <= ?");
    return query.openReaction() ? list.and("s.reaction_state in ('UNDECIDED', 'PLANNED')") : list;
  }

  private static StrategyChangeView view(ResultSet row) throws SQLException {
    return new StrategyChangeView(
        new StrategyChangeId(row.getLong("id")),
        row.getLong("revision"),
        Columns.id(row, "competitor_id", PartyId::new),
        row.getString("competitor_name"),
        Columns.word(row, "kind", StrategyKind.class),
        Columns.day(row, "happened_on"),
        row.getString("title"),
        row.getString("description"),
        row.getString("source"),
        Columns.word(row, "reliability", SourceReliability.class),
        Columns.integer(row, "credibility"),
        row.getString("reaction"),
        Columns.word(row, "reaction_state", ReactionState.class),
        Columns.id(row, "owner_id", UserId::new),
        Sql.instant(row, "created_at"),
        row.getString("created_by"),
        Sql.instant(row, "changed_at"),
        row.getString("changed_by"));
  }
}
