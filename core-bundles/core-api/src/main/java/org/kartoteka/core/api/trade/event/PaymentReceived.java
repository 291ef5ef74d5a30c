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
 * A payment was received.
 *
 * @param document the payment
 * @param amount what came in, positive
 * @param allocations which documents it settles, as far as that is known already
 */
@EventType("trade.payment-received")
public record PaymentReceived(
    DocumentRef document,
    PartyId party,
    LocalDate receivedOn,
    BigDecimal amount,
    Currency currency,
    List<Allocation> allocations)
    implements TradeEvent {

  public PaymentReceived {
    allocations = allocations == null ? List.of() : List.copyOf(allocations);
  }
}
