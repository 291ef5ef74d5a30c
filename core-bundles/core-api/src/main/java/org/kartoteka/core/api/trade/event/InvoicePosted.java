package org.kartoteka.core.api.trade.event;

import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import org.kartoteka.core.api.party.PartyId;
import org.kartoteka.core.api.trade.DocumentRef;
import org.kartoteka.core.api.trade.TradeLine;
import org.kartoteka.platform.api.journal.EventType;
import org.kartoteka.platform.api.security.UserId;

/**
 * An invoice was posted: it has its number and is owed.
 *
 * @param dueOn the day it is to be paid by; may be null
 * @param salesperson whose sale it is; null when nobody is known
 */
@EventType("trade.invoice-posted")
public record InvoicePosted(
    DocumentRef document,
    PartyId party,
    LocalDate issuedOn,
    LocalDate dueOn,
    Currency currency,
    UserId salesperson,
    List<TradeLine> lines)
    implements TradeEvent {

  public InvoicePosted {
    lines = lines == null ? List.of() : List.copyOf(lines);
  }
}
