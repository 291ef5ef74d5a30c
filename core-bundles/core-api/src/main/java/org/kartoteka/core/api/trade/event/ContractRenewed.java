package org.kartoteka.core.api.trade.event;

import java.time.LocalDate;
import org.kartoteka.core.api.party.PartyId;
import org.kartoteka.core.api.trade.DocumentRef;
import org.kartoteka.platform.api.journal.EventType;

/**
 * A contract goes on beyond its last day, with the same terms.
 *
 * @param endsOn the new last day; null until further notice
 */
@EventType("trade.contract-renewed")
public record ContractRenewed(DocumentRef document, PartyId party, LocalDate endsOn)
    implements TradeEvent {}
