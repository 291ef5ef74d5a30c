package org.kartoteka.ui.internal.handover;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import java.util.List;
import java.util.stream.Collectors;
import org.kartoteka.core.api.handover.OwnedCount;
import org.kartoteka.platform.api.security.UserView;
import org.kartoteka.ui.api.Workspace;

/** Says what still belongs to somebody who may not sign in any more, and offers to hand it over. */
public final class HandoverHint extends Dialog {

  private HandoverHint(
      HandoverDesk desk, Workspace workspace, UserView user, List<OwnedCount> owned) {
    HandoverWords words = new HandoverWords(desk, workspace);
    String records =
        owned.stream()
            .map(count -> words.records(count.kind(), count.records()))
            .collect(Collectors.joining(", "));
    setId("handover-hint");
    setHeaderTitle(workspace.text("ui.users.was-blocked", user.fullName()));
    setWidth("28rem");
    setMaxWidth("100%");
    add(new Paragraph(workspace.text("ui.handover.hint", records)));
    Button later = new Button(workspace.text("ui.handover.later"), event -> close());
    later.setId("handover-hint-later");
    Button now =
        new Button(
            workspace.text("ui.handover.open"),
            event -> {
              close();
              HandoverPanel.open(desk, workspace, user);
            });
    now.setId("handover-hint-open");
    now.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
    getFooter().add(later, now);
  }

  /** Offers it, when there is something and the person may. */
  public static void offer(HandoverDesk desk, Workspace workspace, UserView user) {
    if (!workspace.may(HandoverPanel.PERMISSION)) {
      return;
    }
    List<OwnedCount> owned =
        desk.handovers().owned(user.id()).stream().filter(one -> one.records() > 0).toList();
    if (!owned.isEmpty()) {
      new HandoverHint(desk, workspace, user, owned).open();
    }
  }
}
