package org.kartoteka.sales.internal.timeline;

import org.kartoteka.core.api.timeline.TimelineSource;
import org.kartoteka.platform.api.data.UnitOfWork;
import org.kartoteka.platform.api.security.AccessControl;
import org.kartoteka.sales.Payments;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Payments of a party. */
@Component(service = TimelineSource.class)
public final class PaymentTimeline extends SalesTimeline {

  private static final String ROWS =
      """
      select id, 'RECEIVED' as what, amount || ' ' || currency as label, note as words,
             created_at, created_by
        from sales.payment where party_id = ?
      """;

  @Activate
  public PaymentTimeline(@Reference UnitOfWork unitOfWork, @Reference AccessControl access) {
    super(unitOfWork, access, Payments.TYPE, ROWS);
  }
}
