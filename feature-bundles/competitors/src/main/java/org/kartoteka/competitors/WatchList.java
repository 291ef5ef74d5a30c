package org.kartoteka.competitors;

import java.util.Collection;
import java.util.Set;
import org.kartoteka.core.api.party.PartyId;
import org.kartoteka.platform.api.data.Page;
import org.kartoteka.platform.api.data.PageRequest;
import org.osgi.annotation.versioning.ProviderType;

/**
 * What the current user watches, and the alerts that came of it: one for each strategy change,
 * observed price and presence that is recorded about a watched customer or competitor. Needs {@code
 * competitors.competitor.read}; everybody sees his own.
 */
@ProviderType
public interface WatchList {

  /** Watches a party from now on; one that is watched already stays so. */
  WatchView watch(PartyId party);

  /** Does not watch a party any more. */
  void unwatch(PartyId party);

  /** Those of the parties that are watched. */
  Set<PartyId> watched(Collection<PartyId> parties);

  /** A page of what is watched, the latest first. */
  Page<WatchView> watches(PageRequest request);

  /** A page of alerts, the latest first. */
  Page<AlertView> alerts(boolean unseenOnly, PageRequest request);

  /** How many alerts are not seen, counted up to the given number at most. */
  long unseen(long atMost);

  /** Marks an alert as seen, or as not seen. */
  AlertView mark(AlertId id, boolean seen);

  /** Marks all alerts as seen. */
  void markAllSeen();
}
