package org.kartoteka.competitors.internal.watch;

import org.kartoteka.competitors.AlertKind;
import org.kartoteka.competitors.internal.data.AlertRows;
import org.kartoteka.core.api.party.PartyId;
import org.kartoteka.core.api.party.PartyRegister;
import org.kartoteka.platform.api.journal.RecordedEvent;
import org.kartoteka.platform.api.record.Id;
import org.kartoteka.platform.api.record.RecordRef;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Tells those who watch a competitor or a customer; within the transaction of the event. */
@Component(service = Alarms.class)
public final class Alarms {

  private final AlertRows alerts;
  private final PartyRegister parties;

  @Activate
  public Alarms(@Reference AlertRows alerts, @Reference PartyRegister parties) {
    this.alerts = alerts;
    this.parties = parties;
  }

  void raise(
      RecordedEvent<?> event,
      AlertKind kind,
      PartyId competitor,
      PartyId customer,
      String type,
      Id record,
      String label) {
    alerts.raise(
        event,
        kind,
        competitor,
        customer == null || parties.find(customer).isEmpty() ? null : customer,
        RecordRef.of(type, record, label));
  }
}
