package org.kartoteka.core.api.trade.event;

import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import org.kartoteka.core.api.party.PartyId;
import org.kartoteka.core.api.trade.Allocation;
import org.kartoteka.core.api.trade.DocumentRef;
import org.kartoteka.platform.api.journal.EventType;

/**
 * It was decided which documents a payment settles, or decided anew.
 *
 * @param document the decision
 * @param payment the payment
 * @param allocations what is added to the allocations before; negative amounts take back
 */
@EventType("trade.payment-allocated")
public record PaymentAllocated(
    DocumentRef document,
    DocumentRef payment,
    PartyId party,
    LocalDate allocatedOn,
    Currency currency,
    List<Allocation> allocations)
    implements TradeEvent {

  public PaymentAllocated {
    allocations = allocations == null ? List.of() : List.copyOf(allocations);
  }
}
