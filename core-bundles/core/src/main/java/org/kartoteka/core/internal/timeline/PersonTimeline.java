package org.kartoteka.core.internal.timeline;

import java.util.List;
import org.kartoteka.core.api.party.PartyId;
import org.kartoteka.core.api.person.PersonDirectory;
import org.kartoteka.core.api.timeline.TimelineEntry;
import org.kartoteka.core.api.timeline.TimelineSource;
import org.kartoteka.platform.api.data.Sql;
import org.kartoteka.platform.api.data.UnitOfWork;
import org.kartoteka.platform.api.history.ChangeHistory;
import org.kartoteka.platform.api.history.HistorySpan;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What was done to the cards of the persons at a party. */
@Component
public final class PersonTimeline implements TimelineSource {

  private final UnitOfWork unitOfWork;
  private final ChangeHistory history;

  @Activate
  public PersonTimeline(@Reference UnitOfWork unitOfWork, @Reference ChangeHistory history) {
    this.unitOfWork = unitOfWork;
    this.history = history;
  }

  @Override
  public String kind() {
    return PersonDirectory.TYPE;
  }

  @Override
  public List<TimelineEntry> latest(PartyId party, HistorySpan span) {
    List<String> persons =
        Sql.of(unitOfWork, "select id::text from core.person where party_id = ?", party)
            .list(row -> row.getString(1));
    return history.of(PersonDirectory.TYPE, persons, span).stream()
        .map(change -> TimelineEntry.of(kind(), change))
        .toList();
  }
}
