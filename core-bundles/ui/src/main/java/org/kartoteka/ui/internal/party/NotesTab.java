package org.kartoteka.ui.internal.party;

import com.vaadin.flow.component.Component;
import org.kartoteka.core.api.party.PartyView;
import org.kartoteka.ui.api.PartyCardTab;
import org.kartoteka.ui.api.Visit;
import org.kartoteka.ui.internal.desk.PartyDesk;
import org.kartoteka.ui.internal.note.NotesPanel;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Reference;

/** The notes on a party and its persons, on its card. */
@org.osgi.service.component.annotations.Component
public class NotesTab implements PartyCardTab {

  private final PartyDesk desk;

  @Activate
  public NotesTab(@Reference PartyDesk desk) {
    this.desk = desk;
  }

  @Override
  public String id() {
    return "notes";
  }

  @Override
  public String feature() {
    return "core";
  }

  @Override
  public String titleKey() {
    return "note.plural";
  }

  @Override
  public int order() {
    return 30;
  }

  @Override
  public String permission() {
    return "core.note.read";
  }

  @Override
  public Component open(PartyView party, Visit visit) {
    return new NotesPanel(desk, visit.workspace(), party.id(), null);
  }
}
