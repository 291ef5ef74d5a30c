package org.kartoteka.ui.internal.party;

import com.vaadin.flow.component.Component;
import org.kartoteka.core.api.party.PartyRegister;
import org.kartoteka.core.api.party.PartyView;
import org.kartoteka.ui.api.PartyCardTab;
import org.kartoteka.ui.api.Visit;
import org.kartoteka.ui.internal.desk.PartyDesk;
import org.kartoteka.ui.internal.record.HistoryList;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Reference;

/** Who changed what of a party, on its card. */
@org.osgi.service.component.annotations.Component
public class HistoryTab implements PartyCardTab {

  private final PartyDesk desk;

  @Activate
  public HistoryTab(@Reference PartyDesk desk) {
    this.desk = desk;
  }

  @Override
  public String id() {
    return "history";
  }

  @Override
  public String feature() {
    return "core";
  }

  @Override
  public String titleKey() {
    return "ui.history.title";
  }

  @Override
  public int order() {
    return 900;
  }

  @Override
  public String permission() {
    return "core.party.read";
  }

  @Override
  public Component open(PartyView party, Visit visit) {
    return new HistoryList(
        request ->
            desk.history().of(PartyRegister.TYPE, Long.toString(party.id().value()), request),
        desk.words(visit.workspace()));
  }
}
