package org.kartoteka.sales;

import java.time.LocalDate;
import org.kartoteka.core.api.party.PartyId;

/**
 * Which payments are wanted; null means any.
 *
 * @param free whether only those of which something settles nothing yet
 */
public record PaymentQuery(PartyId party, boolean free, LocalDate from, LocalDate to) {

  /** All payments. */
  public static PaymentQuery all() {
    return new PaymentQuery(null, false, null, null);
  }

  /** Those of a party. */
  public static PaymentQuery of(PartyId party) {
    return new PaymentQuery(party, false, null, null);
  }
}
