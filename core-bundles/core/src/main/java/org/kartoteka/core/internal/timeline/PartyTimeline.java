package org.kartoteka.core.internal.timeline;

import java.util.List;
import org.kartoteka.core.api.party.PartyId;
import org.kartoteka.core.api.party.PartyRegister;
import org.kartoteka.core.api.timeline.TimelineEntry;
import org.kartoteka.core.api.timeline.TimelineSource;
import org.kartoteka.platform.api.history.ChangeHistory;
import org.kartoteka.platform.api.history.HistorySpan;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What was done to the card of a party. */
@Component
public final class PartyTimeline implements TimelineSource {

  private final ChangeHistory history;

  @Activate
  public PartyTimeline(@Reference ChangeHistory history) {
    this.history = history;
  }

  @Override
  public String kind() {
    return PartyRegister.TYPE;
  }

  @Override
  public List<TimelineEntry> latest(PartyId party, HistorySpan span) {
    return history.of(PartyRegister.TYPE, List.of(Long.toString(party.value())), span).stream()
        .map(change -> TimelineEntry.of(kind(), change))
        .toList();
  }
}
