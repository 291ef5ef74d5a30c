package org.kartoteka.core.api.trade.event;

import java.time.LocalDate;
import org.kartoteka.core.api.party.PartyId;
import org.kartoteka.core.api.trade.ContractTerms;
import org.kartoteka.core.api.trade.DocumentRef;
import org.kartoteka.platform.api.journal.EventType;

/**
 * An annex changed a contract.
 *
 * @param document the contract
 * @param annex the key of the annex within the contract, as people call it
 * @param terms all that holds from the day on, unchanged lines included; a line that is missing is
 *     not owed any longer
 * @param effectiveOn the first day on which the terms hold, whatever was told before for later
 *     days; it may lie behind what was invoiced
 * @param signedOn the day
 */
@EventType("trade.contract-annexed")
public record ContractAnnexed(
    DocumentRef document,
    PartyId party,
    String annex,
    ContractTerms terms,
    LocalDate effectiveOn,
    LocalDate signedOn)
    implements TradeEvent {}
