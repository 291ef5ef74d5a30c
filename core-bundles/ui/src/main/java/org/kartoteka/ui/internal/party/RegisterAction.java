package org.kartoteka.ui.internal.party;

import com.vaadin.flow.component.combobox.ComboBox;
import java.util.Set;
import org.kartoteka.core.api.party.PartyId;
import org.kartoteka.core.api.register.RegisterView;
import org.kartoteka.platform.api.problem.FieldError;
import org.kartoteka.platform.api.problem.InvalidInput;
import org.kartoteka.ui.api.PartyAction;
import org.kartoteka.ui.api.Workspace;
import org.kartoteka.ui.api.component.RecordForm;
import org.kartoteka.ui.api.component.SidePanel;
import org.kartoteka.ui.internal.desk.PartyDesk;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Puts parties into a register. */
@Component
public class RegisterAction implements PartyAction {

  private final PartyDesk desk;

  @Activate
  public RegisterAction(@Reference PartyDesk desk) {
    this.desk = desk;
  }

  @Override
  public String id() {
    return "register";
  }

  @Override
  public String feature() {
    return "core";
  }

  @Override
  public String titleKey() {
    return "ui.party.action.register";
  }

  @Override
  public int order() {
    return 20;
  }

  @Override
  public String permission() {
    return "core.party.change";
  }

  @Override
  public String icon() {
    return "vaadin:archive";
  }

  @Override
  public void act(Set<PartyId> parties, Workspace workspace, Runnable afterwards) {
    RecordForm form = new RecordForm("register-choice");
    ComboBox<RegisterView> register = form.field("register", "register.title", new ComboBox<>());
    register.setItems(desk.registers().choices().stream().filter(one -> !one.byRule()).toList());
    register.setItemLabelGenerator(RegisterView::name);
    SidePanel panel = new SidePanel(workspace.text(titleKey()), form);
    form.onSave(
        () -> {
          RegisterView chosen = register.getValue();
          if (chosen == null) {
            throw new InvalidInput(FieldError.of("register", "required"));
          }
          desk.registers().put(chosen.id(), parties);
          panel.close();
          workspace.done(
              workspace.text("ui.party.action.register.done", parties.size(), chosen.name()),
              () -> {
                desk.registers().take(chosen.id(), parties);
                afterwards.run();
              });
          afterwards.run();
        });
    panel.open();
  }
}
