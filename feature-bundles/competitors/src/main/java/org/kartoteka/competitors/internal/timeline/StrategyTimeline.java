package org.kartoteka.competitors.internal.timeline;

import org.kartoteka.competitors.StrategyChanges;
import org.kartoteka.core.api.timeline.TimelineSource;
import org.kartoteka.platform.api.data.UnitOfWork;
import org.kartoteka.platform.api.security.AccessControl;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The changes in the strategy of a competitor. */
@Component(service = TimelineSource.class)
public final class StrategyTimeline extends Recorded {

  private static final String ROWS =
      """
      select id, title as label, description as words, created_at, created_by
        from competitors.strategy_change where competitor_id = ?
      """;

  @Activate
  public StrategyTimeline(@Reference UnitOfWork unitOfWork, @Reference AccessControl access) {
    super(unitOfWork, access, StrategyChanges.TYPE, ROWS);
  }
}
