package org.kartoteka.sales.internal.retention;

import org.kartoteka.core.api.retention.RecordTraces;
import org.kartoteka.platform.api.data.UnitOfWork;
import org.kartoteka.platform.api.privacy.RetentionKind;
import org.kartoteka.sales.SalesDocuments;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Settled invoices and credit notes: the buyer's name, the note, the reason of a correction. */
@Component(service = RetentionKind.class)
public final class PostedDocuments extends WordsInTheBooks {

  @Activate
  public PostedDocuments(@Reference UnitOfWork unitOfWork, @Reference RecordTraces traces) {
    super(
        unitOfWork,
        traces,
        SalesDocuments.TYPE,
        "update sales.document set party_name = '–', note = null, reason = null, search_text = '',"
            + " revision = revision + 1 where id = ?",
        """
        select id, party_id as party,
               date_trunc('year', issued_on::timestamp + interval '1 year') at time zone 'UTC'
                 as since,
               number as label
          from sales.document
         where state <> 'DRAFT' and not open
           and (party_name <> '–' or note is not null or reason is not null)
        """);
  }
}
