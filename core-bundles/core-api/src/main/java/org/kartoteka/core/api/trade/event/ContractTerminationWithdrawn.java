package org.kartoteka.core.api.trade.event;

import java.time.LocalDate;
import org.kartoteka.core.api.party.PartyId;
import org.kartoteka.core.api.trade.DocumentRef;
import org.kartoteka.platform.api.journal.EventType;

/**
 * The end of a contract that was declared does not hold: the contract goes on with the terms it
 * had, as if it had never been terminated.
 *
 * @param endsOn the last day that was agreed; null until further notice
 * @param withdrawnOn the day on which it was withdrawn
 * @param reason in words; may be null
 */
@EventType("trade.contract-termination-withdrawn")
public record ContractTerminationWithdrawn(
    DocumentRef document, PartyId party, LocalDate endsOn, LocalDate withdrawnOn, String reason)
    implements TradeEvent {}
