package org.kartoteka.competitors;

import java.time.LocalDate;
import org.kartoteka.core.api.party.PartyId;

/**
 * Which observed prices are wanted; null means any.
 *
 * @param text words of the product's name or category
 */
public record PriceObservationQuery(
    String text,
    PartyId competitor,
    ProductId product,
    PartyId customer,
    String currency,
    LocalDate from,
    LocalDate to) {

  /** All observed prices. */
  public static PriceObservationQuery all() {
    return new PriceObservationQuery(null, null, null, null, null, null, null);
  }

  /** Those of one competitor. */
  public static PriceObservationQuery of(PartyId competitor) {
    return new PriceObservationQuery(null, competitor, null, null, null, null, null);
  }

  /** Those of one product. */
  public static PriceObservationQuery of(ProductId product) {
    return new PriceObservationQuery(null, null, product, null, null, null, null);
  }

  /** Those seen at one customer. */
  public static PriceObservationQuery at(PartyId customer) {
    return new PriceObservationQuery(null, null, null, customer, null, null, null);
  }
}
