package org.kartoteka.competitors.internal.watch;

import org.kartoteka.competitors.AlertKind;
import org.kartoteka.competitors.PriceObservations;
import org.kartoteka.competitors.event.PriceObserved;
import org.kartoteka.platform.api.journal.DomainEventHandler;
import org.kartoteka.platform.api.journal.RecordedEvent;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Alerts those who watch a competitor or a customer to observed prices. */
@Component(service = DomainEventHandler.class)
public final class PriceAlerts implements DomainEventHandler<PriceObserved> {

  static final String SUBSCRIPTION = "competitors.watch-alerts.price";

  private final Alarms alarms;

  @Activate
  public PriceAlerts(@Reference Alarms alarms) {
    this.alarms = alarms;
  }

  @Override
  public String subscription() {
    return SUBSCRIPTION;
  }

  @Override
  public Class<PriceObserved> eventType() {
    return PriceObserved.class;
  }

  @Override
  public void handle(RecordedEvent<PriceObserved> recorded) {
    PriceObserved event = recorded.event();
    alarms.raise(
        recorded,
        AlertKind.PRICE,
        event.competitor(),
        event.customer(),
        PriceObservations.TYPE,
        event.id(),
        event.productName() + ": " + event.amount().toPlainString() + " " + event.currency());
  }
}
