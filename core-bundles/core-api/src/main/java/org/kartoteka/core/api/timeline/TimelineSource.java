package org.kartoteka.core.api.timeline;

import java.util.List;
import org.kartoteka.core.api.party.PartyId;
import org.kartoteka.platform.api.history.HistorySpan;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Knows what happened on a party. Registered as a service; called for every page of a timeline on
 * the reader's thread, in a transaction, as the reader, after it was asked whether the party is in
 * his reach. What else he has no right to is left out. An exception is logged, and the timeline
 * goes without.
 */
@ConsumerType
public interface TimelineSource {

  /**
   * The durable name of the kind, such as {@code note}; its title is {@code timeline.kind.<kind>}.
   */
  String kind();

  /** What happened in the span, the latest first, by instant and id. */
  List<TimelineEntry> latest(PartyId party, HistorySpan span);
}
