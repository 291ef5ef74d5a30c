package org.kartoteka.ui.internal.person;

import org.kartoteka.ui.api.Workspace;
import org.kartoteka.ui.api.WorkspaceAction;
import org.kartoteka.ui.internal.desk.PartyDesk;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Adds a person from anywhere. */
@Component
public class NewPersonAction implements WorkspaceAction {

  private final PartyDesk desk;

  @Activate
  public NewPersonAction(@Reference PartyDesk desk) {
    this.desk = desk;
  }

  @Override
  public String id() {
    return "person";
  }

  @Override
  public String feature() {
    return "core";
  }

  @Override
  public String titleKey() {
    return "ui.person.new";
  }

  @Override
  public int order() {
    return 20;
  }

  @Override
  public String permission() {
    return "core.person.change";
  }

  @Override
  public String icon() {
    return "vaadin:user";
  }

  @Override
  public boolean adds() {
    return true;
  }

  @Override
  public void run(Workspace workspace) {
    PersonForm.add(desk, workspace, null, person -> {});
  }
}
