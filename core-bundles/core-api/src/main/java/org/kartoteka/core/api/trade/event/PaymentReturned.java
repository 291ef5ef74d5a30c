package org.kartoteka.core.api.trade.event;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import org.kartoteka.core.api.party.PartyId;
import org.kartoteka.core.api.trade.Allocation;
import org.kartoteka.core.api.trade.DocumentRef;
import org.kartoteka.platform.api.journal.EventType;

/**
 * A payment, or part of it, went back to whoever paid.
 *
 * @param document the return
 * @param payment the payment
 * @param amount what went back, positive
 * @param allocations which documents are owed again and how much of them, positive
 */
@EventType("trade.payment-returned")
public record PaymentReturned(
    DocumentRef document,
    DocumentRef payment,
    PartyId party,
    LocalDate returnedOn,
    BigDecimal amount,
    Currency currency,
    List<Allocation> allocations)
    implements TradeEvent {

  public PaymentReturned {
    allocations = allocations == null ? List.of() : List.copyOf(allocations);
  }
}
