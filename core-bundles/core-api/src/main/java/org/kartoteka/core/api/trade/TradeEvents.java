package org.kartoteka.core.api.trade;

import org.kartoteka.core.api.trade.event.TradeEvent;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The door by which systems outside tell what was agreed, invoiced and paid, so that features such
 * as commissions work without our own contracts and sales. Each verb demands the permission to
 * publish trade events and runs in one transaction.
 */
@ProviderType
public interface TradeEvents {

  /**
   * Puts the event into the journal, once: telling the same again changes nothing.
   *
   * @return whether it is new
   * @throws org.kartoteka.platform.api.problem.InvalidInput naming what is missing or contradicts
   *     itself: an unknown party, user or document, a name of source that belongs to a feature
   * @throws org.kartoteka.platform.api.problem.Refused when something else was told of the same
   *     document before
   */
  boolean publish(TradeEvent event);
}
