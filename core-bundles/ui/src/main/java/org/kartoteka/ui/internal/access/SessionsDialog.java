package org.kartoteka.ui.internal.access;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import org.kartoteka.platform.api.security.Sessions;
import org.kartoteka.ui.api.Workspace;

/** Where one is signed in oneself. */
public final class SessionsDialog extends Dialog {

  public SessionsDialog(AccessServices services) {
    Workspace workspace = Workspace.current();
    Sessions sessions = services.sessions();
    setId("sessions-dialog");
    setHeaderTitle(workspace.text("ui.access.sessions"));
    setWidth("36rem");
    setMaxWidth("100%");
    SessionList list = new SessionList(sessions, sessions::mine);
    add(new Paragraph(workspace.text("ui.access.sessions.explanation")), list);
    Button others =
        new Button(
            workspace.text("ui.access.end-others"),
            event -> {
              sessions.endMine(false);
              list.fill();
              workspace.done(workspace.text("ui.access.others-ended"));
            });
    others.setId("sessions-end-others");
    others.addThemeVariants(ButtonVariant.LUMO_ERROR);
    Button close = new Button(workspace.text("ui.close"), event -> close());
    close.setId("sessions-close");
    getFooter().add(others, close);
  }
}
