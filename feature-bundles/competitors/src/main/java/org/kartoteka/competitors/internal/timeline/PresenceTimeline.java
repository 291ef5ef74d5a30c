package org.kartoteka.competitors.internal.timeline;

import org.kartoteka.competitors.Presences;
import org.kartoteka.competitors.internal.data.CompetitorPermissions;
import org.kartoteka.core.api.timeline.RecordedTimeline;
import org.kartoteka.core.api.timeline.TimelineSource;
import org.kartoteka.platform.api.data.UnitOfWork;
import org.kartoteka.platform.api.security.AccessControl;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Competitors that were noticed at a customer. */
@Component(service = TimelineSource.class)
public final class PresenceTimeline extends RecordedTimeline {

  private static final String ROWS =
      """
      select e.customer_id as party_id, e.id, e.id as record, 'RECORDED' as what,
             c.name as label, concat_ws(E'\n', e.supplies, e.note) as words,
             e.created_at as at, e.created_by as actor
        from competitors.presence e
        join competitors.competitor c on c.party_id = e.competitor_id
      """;

  @Activate
  public PresenceTimeline(@Reference UnitOfWork unitOfWork, @Reference AccessControl access) {
    super(unitOfWork, access, Presences.TYPE, CompetitorPermissions.READ, ROWS);
  }
}
