package org.kartoteka.ui.internal.party;

import org.kartoteka.ui.api.Workspace;
import org.kartoteka.ui.api.WorkspaceAction;
import org.kartoteka.ui.internal.desk.PartyDesk;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Adds a party from anywhere. */
@Component
public class NewPartyAction implements WorkspaceAction {

  private final PartyDesk desk;

  @Activate
  public NewPartyAction(@Reference PartyDesk desk) {
    this.desk = desk;
  }

  @Override
  public String id() {
    return "party";
  }

  @Override
  public String feature() {
    return "core";
  }

  @Override
  public String titleKey() {
    return "ui.party.new";
  }

  @Override
  public int order() {
    return 10;
  }

  @Override
  public String permission() {
    return "core.party.change";
  }

  @Override
  public String icon() {
    return "vaadin:building-o";
  }

  @Override
  public boolean adds() {
    return true;
  }

  @Override
  public void run(Workspace workspace) {
    PartyForm.add(desk, workspace);
  }
}
