package org.kartoteka.core.api.trade.event;

import java.time.LocalDate;
import org.kartoteka.core.api.party.PartyId;
import org.kartoteka.core.api.trade.ContractTerms;
import org.kartoteka.core.api.trade.DocumentRef;
import org.kartoteka.platform.api.journal.EventType;

/**
 * A contract was signed.
 *
 * @param terms what was agreed
 * @param signedOn the day
 */
@EventType("trade.contract-signed")
public record ContractSigned(
    DocumentRef document, PartyId party, ContractTerms terms, LocalDate signedOn)
    implements TradeEvent {}
