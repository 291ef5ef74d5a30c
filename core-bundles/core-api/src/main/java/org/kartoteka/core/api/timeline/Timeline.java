package org.kartoteka.core.api.timeline;

import java.util.List;
import org.kartoteka.core.api.party.PartyId;
import org.kartoteka.platform.api.data.Page;
import org.kartoteka.platform.api.data.PageRequest;
import org.osgi.annotation.versioning.ProviderType;

/**
 * What happened on a party, in order: changes of its card and its persons, notes, and what features
 * know ({@link TimelineSource}). Whoever has never seen the customer reads himself in. Needs {@code
 * core.party.read}, and shows what the reader has the right to.
 */
@ProviderType
public interface Timeline {

  /** The kinds that there are now. */
  List<String> kinds();

  /** A page, the latest first. */
  Page<TimelineEntry> of(PartyId party, TimelineQuery query, PageRequest request);
}
