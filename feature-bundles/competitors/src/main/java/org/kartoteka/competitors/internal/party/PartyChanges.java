package org.kartoteka.competitors.internal.party;

import java.util.List;
import org.kartoteka.competitors.internal.Roster;
import org.kartoteka.competitors.internal.data.CompetitorRecords;
import org.kartoteka.competitors.internal.domain.Competitor;
import org.kartoteka.core.api.party.event.PartyChanged;
import org.kartoteka.platform.api.journal.DomainEventHandler;
import org.kartoteka.platform.api.journal.RecordedEvent;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Keeps the names of competitors those of their parties, and takes in who got the role. */
@Component(service = DomainEventHandler.class)
public final class PartyChanges implements DomainEventHandler<PartyChanged> {

  private static final int AT_ONCE = 200;

  private final CompetitorRecords entities;
  private final Roster roster;

  @Activate
  public PartyChanges(@Reference CompetitorRecords entities, @Reference Roster roster) {
    this.entities = entities;
    this.roster = roster;
  }

  @Override
  public String subscription() {
    return "competitors.party-changes";
  }

  @Override
  public Class<PartyChanged> eventType() {
    return PartyChanged.class;
  }

  /** Most changes are of other parties: a commit for each would cost more than looking. */
  @Override
  public int atOnce() {
    return AT_ONCE;
  }

  @Override
  public void handle(RecordedEvent<PartyChanged> recorded) {
    PartyChanged event = recorded.event();
    List<String> fields = event.fields() == null ? List.of() : event.fields();
    if (fields.contains("roles")) {
      roster.find(event.party());
    }
    Competitor competitor = entities.lock(Competitor.class, event.party());
    if (competitor != null && event.name() != null && !event.name().equals(competitor.name())) {
      competitor.rename(event.name());
      entities.write();
    }
  }
}
