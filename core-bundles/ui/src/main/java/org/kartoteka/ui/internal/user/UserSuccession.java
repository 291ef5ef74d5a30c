package org.kartoteka.ui.internal.user;

import com.vaadin.flow.component.Component;
import java.util.ArrayList;
import java.util.List;
import org.kartoteka.platform.api.security.UserView;
import org.kartoteka.ui.api.Workspace;
import org.kartoteka.ui.internal.deputy.DeputiesDialog;
import org.kartoteka.ui.internal.handover.HandoverPanel;
import org.kartoteka.ui.internal.record.ActionButton;

/** The buttons for who stands in for a user, and who takes over what is his. */
final class UserSuccession {

  private UserSuccession() {}

  /** The buttons, with ids that begin so. */
  static List<Component> buttons(String prefix, UserDesk desk, Workspace workspace, UserView user) {
    List<Component> buttons = new ArrayList<>();
    buttons.add(
        new ActionButton(
            prefix + "-deputies",
            workspace.text("ui.deputies.title"),
            "vaadin:calendar-user",
            () -> new DeputiesDialog(desk.deputies(), user.id()).open()));
    if (workspace.may(HandoverPanel.PERMISSION)) {
      buttons.add(
          new ActionButton(
              prefix + "-handover",
              workspace.text("ui.handover.open"),
              "vaadin:share",
              () -> HandoverPanel.open(desk.handovers(), workspace, user)));
    }
    return buttons;
  }
}
