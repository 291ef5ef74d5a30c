package org.kartoteka.competitors.internal.retention;

import org.kartoteka.competitors.Presences;
import org.kartoteka.core.api.retention.RecordTraces;
import org.kartoteka.platform.api.data.UnitOfWork;
import org.kartoteka.platform.api.privacy.RetentionKind;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Competitors who are at a customer no longer, by the day on which they were last. */
@Component(service = RetentionKind.class)
public final class EndedPresences extends Observations {

  @Activate
  public EndedPresences(@Reference UnitOfWork unitOfWork, @Reference RecordTraces traces) {
    super(
        unitOfWork,
        traces,
        Presences.TYPE,
        "presence",
        """
        select p.id, p.customer_id as party,
               (p.until + 1)::timestamp at time zone 'UTC' as since,
               concat_ws(' · ', c.name, p.until) as label
          from competitors.presence p
          join competitors.competitor c on c.party_id = p.competitor_id
         where p.until is not null
        """);
  }
}
