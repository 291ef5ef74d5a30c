package org.kartoteka.competitors.internal.timeline;

import org.kartoteka.competitors.Presences;
import org.kartoteka.core.api.timeline.TimelineSource;
import org.kartoteka.platform.api.data.UnitOfWork;
import org.kartoteka.platform.api.security.AccessControl;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Competitors that were noticed at a customer. */
@Component(service = TimelineSource.class)
public final class PresenceTimeline extends Recorded {

  private static final String ROWS =
      """
      select e.id, c.name as label, concat_ws(E'\n', e.supplies, e.note) as words,
             e.created_at, e.created_by
        from competitors.presence e
        join competitors.competitor c on c.party_id = e.competitor_id
       where e.customer_id = ?
      """;

  @Activate
  public PresenceTimeline(@Reference UnitOfWork unitOfWork, @Reference AccessControl access) {
    super(unitOfWork, access, Presences.TYPE, ROWS);
  }
}
