package org.kartoteka.sales.internal.timeline;

import org.kartoteka.core.api.timeline.RecordedTimeline;
import org.kartoteka.core.api.timeline.TimelineSource;
import org.kartoteka.platform.api.data.UnitOfWork;
import org.kartoteka.platform.api.security.AccessControl;
import org.kartoteka.sales.SalesDocuments;
import org.kartoteka.sales.internal.data.SalesPermissions;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Invoices and credit notes of a party. */
@Component(service = TimelineSource.class)
public final class DocumentTimeline extends RecordedTimeline {

  private static final String ROWS =
      """
      select party_id, id, id as record, kind as what,
             coalesce(number, '') || ' · ' || gross || ' ' || currency as label,
             reason as words, created_at as at, created_by as actor
        from sales.document where state <> 'DRAFT'
      """;

  @Activate
  public DocumentTimeline(@Reference UnitOfWork unitOfWork, @Reference AccessControl access) {
    super(unitOfWork, access, SalesDocuments.TYPE, SalesPermissions.READ, ROWS);
  }
}
