package org.kartoteka.competitors;

import java.time.Instant;
import java.time.LocalDate;
import org.kartoteka.core.api.party.PartyId;
import org.kartoteka.platform.api.http.Versioned;
import org.kartoteka.platform.api.money.Money;

/** An observed price; see {@link PriceObservationData} for the fields. */
public record PriceObservationView(
    PriceObservationId id,
    long revision,
    PartyId competitorId,
    String competitorName,
    ProductId productId,
    String productName,
    String unit,
    LocalDate date,
    Money price,
    PartyId customerId,
    String customerName,
    String source,
    String note,
    Instant createdAt,
    String createdBy,
    Instant changedAt,
    String changedBy)
    implements Versioned {

  /** What people can change of it. */
  public PriceObservationData data() {
    return new PriceObservationData(productId, date, price, customerId, source, note);
  }
}
