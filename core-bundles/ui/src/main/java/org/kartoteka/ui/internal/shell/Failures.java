package org.kartoteka.ui.internal.shell;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.notification.NotificationVariant;
import com.vaadin.flow.server.ErrorEvent;
import com.vaadin.flow.server.ErrorHandler;
import java.io.EOFException;
import java.util.Optional;
import org.kartoteka.platform.api.i18n.Messages;
import org.kartoteka.platform.api.problem.Problem;
import org.kartoteka.ui.api.Workspace;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What no page caught: a problem of the field is explained, anything else logged. */
public final class Failures implements ErrorHandler {

  private static final long serialVersionUID = 1L;
  private static final Logger LOG = LoggerFactory.getLogger(Failures.class);

  private final transient Messages messages;

  public Failures(Messages messages) {
    this.messages = messages;
  }

  @Override
  public void error(ErrorEvent event) {
    Throwable failure = event.getThrowable();
    if (failure instanceof EOFException) {
      LOG.debug("The browser has gone", failure);
      return;
    }
    if (!(failure instanceof Problem)) {
      LOG.error("A request of the browser failed", failure);
    }
    UI ui = UI.getCurrent();
    if (ui == null) {
      return;
    }
    Optional<Workspace> workspace = Workspace.find();
    if (workspace.isPresent() && failure instanceof Problem problem) {
      workspace.get().problem(problem);
    } else {
      Notification notice =
          Notification.show(
              messages.text(Messages.nearest(ui.getLocale()), "ui.problem.unexpected"),
              8000,
              Notification.Position.BOTTOM_CENTER);
      notice.addThemeVariants(NotificationVariant.LUMO_ERROR);
    }
  }
}
