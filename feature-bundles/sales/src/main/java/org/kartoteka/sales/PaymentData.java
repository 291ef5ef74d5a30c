package org.kartoteka.sales;

import java.time.LocalDate;
import java.util.List;
import org.kartoteka.core.api.party.PartyId;
import org.kartoteka.platform.api.money.Money;

/**
 * A payment that came in.
 *
 * @param amount positive
 * @param method such as {@code transfer} or {@code cash}; may be null
 * @param reference what the payer wrote; may be null
 * @param allocations which documents it settles; may be empty
 */
public record PaymentData(
    PartyId partyId,
    LocalDate receivedOn,
    Money amount,
    String method,
    String reference,
    String note,
    List<PaymentShare> allocations) {

  public PaymentData {
    allocations = allocations == null ? List.of() : List.copyOf(allocations);
  }
}
