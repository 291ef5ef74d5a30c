package org.kartoteka.competitors;

import org.kartoteka.core.api.party.PartyId;

/**
 * Which products are wanted; null means any.
 *
 * @param text words of name, category or comparable product
 */
public record ProductQuery(String text, PartyId competitor, String category) {

  /** Those of one competitor. */
  public static ProductQuery of(PartyId competitor) {
    return new ProductQuery(null, competitor, null);
  }
}
