package org.kartoteka.competitors.internal.watch;

import org.kartoteka.competitors.AlertKind;
import org.kartoteka.competitors.Presences;
import org.kartoteka.competitors.event.PresenceRecorded;
import org.kartoteka.platform.api.journal.DomainEventHandler;
import org.kartoteka.platform.api.journal.RecordedEvent;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Alerts those who watch a competitor or a customer to a presence. */
@Component(service = DomainEventHandler.class)
public final class PresenceAlerts implements DomainEventHandler<PresenceRecorded> {

  static final String SUBSCRIPTION = "competitors.watch-alerts.presence";

  private final Alarms alarms;

  @Activate
  public PresenceAlerts(@Reference Alarms alarms) {
    this.alarms = alarms;
  }

  @Override
  public String subscription() {
    return SUBSCRIPTION;
  }

  @Override
  public Class<PresenceRecorded> eventType() {
    return PresenceRecorded.class;
  }

  @Override
  public void handle(RecordedEvent<PresenceRecorded> recorded) {
    PresenceRecorded event = recorded.event();
    alarms.raise(
        recorded,
        AlertKind.PRESENCE,
        event.competitor(),
        event.customer(),
        Presences.TYPE,
        event.id(),
        event.supplies());
  }
}
