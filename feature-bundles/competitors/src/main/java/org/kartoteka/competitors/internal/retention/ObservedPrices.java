package org.kartoteka.competitors.internal.retention;

import org.kartoteka.competitors.PriceObservations;
import org.kartoteka.core.api.retention.RecordTraces;
import org.kartoteka.platform.api.data.UnitOfWork;
import org.kartoteka.platform.api.privacy.RetentionKind;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Prices, by the day on which they were observed. */
@Component(service = RetentionKind.class)
public final class ObservedPrices extends Observations {

  @Activate
  public ObservedPrices(@Reference UnitOfWork unitOfWork, @Reference RecordTraces traces) {
    super(
        unitOfWork,
        traces,
        PriceObservations.TYPE,
        "price_observation",
        """
        select o.id, coalesce(o.customer_id, o.competitor_id) as party,
               o.observed_on::timestamp at time zone 'UTC' as since,
               concat_ws(' · ', p.name, o.observed_on, trim_scale(o.amount) || ' ' || o.currency)
                 as label
          from competitors.price_observation o
          join competitors.product p on p.id = o.product_id
        """);
  }
}
