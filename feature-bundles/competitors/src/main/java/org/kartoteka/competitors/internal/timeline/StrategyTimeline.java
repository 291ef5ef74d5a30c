package org.kartoteka.competitors.internal.timeline;

import org.kartoteka.competitors.StrategyChanges;
import org.kartoteka.competitors.internal.data.CompetitorPermissions;
import org.kartoteka.core.api.timeline.RecordedTimeline;
import org.kartoteka.core.api.timeline.TimelineSource;
import org.kartoteka.platform.api.data.UnitOfWork;
import org.kartoteka.platform.api.security.AccessControl;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The changes in the strategy of a competitor. */
@Component(service = TimelineSource.class)
public final class StrategyTimeline extends RecordedTimeline {

  private static final String ROWS =
      """
      select competitor_id as party_id, id, id as record, 'RECORDED' as what,
             title as label, description as words, created_at as at, created_by as actor
        from competitors.strategy_change
      """;

  @Activate
  public StrategyTimeline(@Reference UnitOfWork unitOfWork, @Reference AccessControl access) {
    super(unitOfWork, access, StrategyChanges.TYPE, CompetitorPermissions.READ, ROWS);
  }
}
