package org.kartoteka.ui.internal.party;

import com.vaadin.flow.component.combobox.ComboBox;
import java.util.Set;
import org.kartoteka.core.api.party.PartyId;
import org.kartoteka.platform.api.security.UserId;
import org.kartoteka.ui.api.PartyAction;
import org.kartoteka.ui.api.Workspace;
import org.kartoteka.ui.api.component.RecordFields;
import org.kartoteka.ui.api.component.RecordForm;
import org.kartoteka.ui.api.component.SidePanel;
import org.kartoteka.ui.internal.desk.PartyDesk;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Makes somebody look after parties. */
@Component
public class OwnerAction implements PartyAction {

  private final PartyDesk desk;

  @Activate
  public OwnerAction(@Reference PartyDesk desk) {
    this.desk = desk;
  }

  @Override
  public String id() {
    return "owner";
  }

  @Override
  public String feature() {
    return "core";
  }

  @Override
  public String titleKey() {
    return "ui.party.action.owner";
  }

  @Override
  public int order() {
    return 30;
  }

  @Override
  public String permission() {
    return "core.party.change";
  }

  @Override
  public String icon() {
    return "vaadin:user-check";
  }

  @Override
  public void act(Set<PartyId> parties, Workspace workspace, Runnable afterwards) {
    RecordForm form = new RecordForm("owner-form");
    ComboBox<UserId> owner = form.field("owner", "party.ownerId", desk.colleagues().picker());
    SidePanel panel = new SidePanel(workspace.text(titleKey()), form);
    form.onSave(
        () -> {
          panel.close();
          desk.changeAll(
              parties,
              data -> RecordFields.with(data, "ownerId", owner.getValue()),
              workspace,
              afterwards);
        });
    panel.open();
  }
}
