package org.kartoteka.competitors;

import java.time.Instant;
import java.time.LocalDate;
import org.kartoteka.core.api.party.PartyId;
import org.kartoteka.platform.api.http.Versioned;
import org.kartoteka.platform.api.money.Money;

/**
 * A competitor's product; see {@link ProductData} for the fields.
 *
 * @param lastPrice the price observed last; null when none was
 * @param lastObserved the day of that; null when there was none
 */
public record ProductView(
    ProductId id,
    long revision,
    PartyId competitorId,
    String competitorName,
    String name,
    String category,
    String unit,
    String comparableProduct,
    Money lastPrice,
    LocalDate lastObserved,
    Instant createdAt,
    String createdBy,
    Instant changedAt,
    String changedBy)
    implements Versioned {

  /** What people can change of it. */
  public ProductData data() {
    return new ProductData(name, category, unit, comparableProduct);
  }
}
