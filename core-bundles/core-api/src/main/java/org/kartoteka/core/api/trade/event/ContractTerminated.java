package org.kartoteka.core.api.trade.event;

import java.time.LocalDate;
import org.kartoteka.core.api.party.PartyId;
import org.kartoteka.core.api.trade.DocumentRef;
import org.kartoteka.platform.api.journal.EventType;

/**
 * A contract ends before or on its last day.
 *
 * @param endsOn the last day on which it holds
 * @param terminatedOn the day on which it was declared
 * @param reason the code of the reason; may be null
 */
@EventType("trade.contract-terminated")
public record ContractTerminated(
    DocumentRef document, PartyId party, LocalDate endsOn, LocalDate terminatedOn, String reason)
    implements TradeEvent {}
