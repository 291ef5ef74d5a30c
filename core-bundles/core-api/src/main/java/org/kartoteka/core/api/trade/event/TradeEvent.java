package org.kartoteka.core.api.trade.event;

import org.kartoteka.core.api.party.PartyId;
import org.kartoteka.core.api.trade.DocumentRef;
import org.kartoteka.platform.api.journal.DomainEvent;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Something happened to a contract, an invoice or a payment. Whoever keeps such documents appends
 * it to the journal in the transaction of the act; systems outside hand it in through {@link
 * org.kartoteka.core.api.trade.TradeEvents}. A party that became part of another keeps its old id
 * here.
 */
@ProviderType
public interface TradeEvent extends DomainEvent {

  /** The document it happened to. */
  DocumentRef document();

  /** The customer. */
  PartyId party();
}
