package org.kartoteka.competitors.internal.timeline;

import org.kartoteka.competitors.PriceObservations;
import org.kartoteka.competitors.internal.data.CompetitorPermissions;
import org.kartoteka.core.api.timeline.RecordedTimeline;
import org.kartoteka.core.api.timeline.TimelineSource;
import org.kartoteka.platform.api.data.UnitOfWork;
import org.kartoteka.platform.api.security.AccessControl;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Competitors' prices that were observed at a customer. */
@Component(service = TimelineSource.class)
public final class PriceTimeline extends RecordedTimeline {

  private static final String ROWS =
      """
      select o.customer_id as party_id, o.id, o.id as record, 'RECORDED' as what,
             p.name || ': ' || o.amount || ' ' || o.currency as label, o.note as words,
             o.created_at as at, o.created_by as actor
        from competitors.price_observation o
        join competitors.product p on p.id = o.product_id
      """;

  @Activate
  public PriceTimeline(@Reference UnitOfWork unitOfWork, @Reference AccessControl access) {
    super(unitOfWork, access, PriceObservations.TYPE, CompetitorPermissions.READ, ROWS);
  }
}
