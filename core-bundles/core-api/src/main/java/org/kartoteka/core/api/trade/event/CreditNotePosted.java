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
 * A credit note was posted: it corrects an invoice.
 *
 * @param corrects the invoice
 * @param salesperson whose sale the invoice was; null when nobody is known
 * @param lines the differences; negative where less is owed than before; positions are those of the
 *     invoice
 */
@EventType("trade.credit-note-posted")
public record CreditNotePosted(
    DocumentRef document,
    DocumentRef corrects,
    PartyId party,
    LocalDate issuedOn,
    Currency currency,
    UserId salesperson,
    List<TradeLine> lines)
    implements TradeEvent {

  public CreditNotePosted {
    lines = lines == null ? List.of() : List.copyOf(lines);
  }
}
