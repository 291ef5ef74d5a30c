package org.kartoteka.sales.internal.timeline;

import org.kartoteka.core.api.timeline.RecordedTimeline;
import org.kartoteka.core.api.timeline.TimelineSource;
import org.kartoteka.platform.api.data.UnitOfWork;
import org.kartoteka.platform.api.security.AccessControl;
import org.kartoteka.sales.Payments;
import org.kartoteka.sales.internal.data.SalesPermissions;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Payments of a party. */
@Component(service = TimelineSource.class)
public final class PaymentTimeline extends RecordedTimeline {

  private static final String ROWS =
      """
      select party_id, id, id as record, 'RECEIVED' as what,
             amount || ' ' || currency as label, note as words,
             created_at as at, created_by as actor
        from sales.payment
      """;

  @Activate
  public PaymentTimeline(@Reference UnitOfWork unitOfWork, @Reference AccessControl access) {
    super(unitOfWork, access, Payments.TYPE, SalesPermissions.READ, ROWS);
  }
}
