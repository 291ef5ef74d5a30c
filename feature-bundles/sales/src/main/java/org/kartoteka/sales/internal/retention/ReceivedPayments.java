package org.kartoteka.sales.internal.retention;

import org.kartoteka.core.api.retention.RecordTraces;
import org.kartoteka.platform.api.data.UnitOfWork;
import org.kartoteka.platform.api.privacy.RetentionKind;
import org.kartoteka.sales.Payments;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Payments of which nothing is left to settle: what the payer wrote, and the note. */
@Component(service = RetentionKind.class)
public final class ReceivedPayments extends WordsInTheBooks {

  @Activate
  public ReceivedPayments(@Reference UnitOfWork unitOfWork, @Reference RecordTraces traces) {
    super(
        unitOfWork,
        traces,
        Payments.TYPE,
        "update sales.payment set reference = null, note = null, revision = revision + 1"
            + " where id = ?",
        """
        select id, party_id as party,
               date_trunc('year', received_on::timestamp + interval '1 year') at time zone 'UTC'
                 as since,
               received_on || ' · ' || amount || ' ' || currency as label
          from sales.payment
         where allocated + returned = amount and (reference is not null or note is not null)
        """);
  }
}
