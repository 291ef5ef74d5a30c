package org.kartoteka.competitors.internal;

import java.util.List;
import org.kartoteka.competitors.StrategyChangeQuery;
import org.kartoteka.competitors.StrategyChangeView;
import org.kartoteka.competitors.StrategyChanges;
import org.kartoteka.competitors.internal.data.CompetitorPermissions;
import org.kartoteka.competitors.internal.data.StrategyChangeRows;
import org.kartoteka.core.api.search.SearchHit;
import org.kartoteka.core.api.search.SearchSource;
import org.kartoteka.platform.api.data.PageRequest;
import org.kartoteka.platform.api.record.RecordRef;
import org.kartoteka.platform.api.security.AccessControl;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Finds strategy changes. */
@Component
public final class StrategyChangeSearch implements SearchSource {

  private final StrategyChangeRows rows;
  private final AccessControl access;

  @Activate
  public StrategyChangeSearch(@Reference StrategyChangeRows rows, @Reference AccessControl access) {
    this.rows = rows;
    this.access = access;
  }

  @Override
  public String type() {
    return StrategyChanges.TYPE;
  }

  @Override
  public int order() {
    return 60;
  }

  @Override
  public List<SearchHit> search(String text, int limit) {
    if (!access.may(CompetitorPermissions.READ)) {
      return List.of();
    }
    StrategyChangeQuery query = new StrategyChangeQuery(text, null, null, null, false, null, null);
    return rows.page(query, PageRequest.first(limit)).items().stream()
        .map(StrategyChangeSearch::hit)
        .toList();
  }

  private static SearchHit hit(StrategyChangeView change) {
    return new SearchHit(
        RecordRef.of(StrategyChanges.TYPE, change.id(), change.title()),
        change.competitorName() + " · " + change.date(),
        "competitors/changes/" + change.id().value());
  }
}
