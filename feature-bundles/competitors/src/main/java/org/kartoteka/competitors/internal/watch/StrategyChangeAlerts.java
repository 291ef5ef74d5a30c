package org.kartoteka.competitors.internal.watch;

import org.kartoteka.competitors.AlertKind;
import org.kartoteka.competitors.StrategyChanges;
import org.kartoteka.competitors.event.StrategyChangeRecorded;
import org.kartoteka.platform.api.journal.DomainEventHandler;
import org.kartoteka.platform.api.journal.RecordedEvent;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Alerts those who watch a competitor to changes in its strategy. */
@Component(service = DomainEventHandler.class)
public final class StrategyChangeAlerts implements DomainEventHandler<StrategyChangeRecorded> {

  static final String SUBSCRIPTION = "competitors.watch-alerts.strategy-change";

  private final Alarms alarms;

  @Activate
  public StrategyChangeAlerts(@Reference Alarms alarms) {
    this.alarms = alarms;
  }

  @Override
  public String subscription() {
    return SUBSCRIPTION;
  }

  @Override
  public Class<StrategyChangeRecorded> eventType() {
    return StrategyChangeRecorded.class;
  }

  @Override
  public void handle(RecordedEvent<StrategyChangeRecorded> recorded) {
    StrategyChangeRecorded event = recorded.event();
    alarms.raise(
        recorded,
        AlertKind.STRATEGY_CHANGE,
        event.competitor(),
        null,
        StrategyChanges.TYPE,
        event.id(),
        event.title());
  }
}
