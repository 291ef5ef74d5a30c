package org.kartoteka.sales.internal.timeline;

import org.kartoteka.core.api.timeline.TimelineSource;
import org.kartoteka.platform.api.data.UnitOfWork;
import org.kartoteka.platform.api.security.AccessControl;
import org.kartoteka.sales.SalesDocuments;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Invoices and credit notes of a party. */
@Component(service = TimelineSource.class)
public final class DocumentTimeline extends SalesTimeline {

  private static final String ROWS =
      """
      select id, kind as what, coalesce(number, '') || ' · ' || gross || ' ' || currency as label,
             reason as words, created_at, created_by
        from sales.document where party_id = ? and state <> 'DRAFT'
      """;

  @Activate
  public DocumentTimeline(@Reference UnitOfWork unitOfWork, @Reference AccessControl access) {
    super(unitOfWork, access, SalesDocuments.TYPE, ROWS);
  }
}
