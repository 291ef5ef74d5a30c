package org.kartoteka.ui.internal.web;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.communication.AtmospherePushConnection;
import java.util.Optional;
import org.kartoteka.platform.api.security.CurrentUser;
import org.kartoteka.platform.api.security.User;
import org.kartoteka.ui.internal.session.BrowserSession;
import org.kartoteka.ui.internal.session.SessionUser;

/**
 * Sends changes to a window as its own user: rows of a list are read while they are sent, also on
 * the thread that has just connected the browser.
 */
final class BrowserPush extends AtmospherePushConnection {

  private static final long serialVersionUID = 1L;

  private final transient CurrentUser currentUser;
  private final transient SessionUser sessionUser;

  private BrowserPush(UI ui, CurrentUser currentUser, SessionUser sessionUser) {
    super(ui);
    this.currentUser = currentUser;
    this.sessionUser = sessionUser;
  }

  /** Lets a new window be served so. */
  static void into(UI ui, CurrentUser currentUser, SessionUser sessionUser) {
    ui.getPushConfiguration()
        .setPushConnectionFactory(window -> new BrowserPush(window, currentUser, sessionUser));
    if (ui.getPushConfiguration().getPushMode().isEnabled()) {
      ui.getInternals().setPushConnection(new BrowserPush(ui, currentUser, sessionUser));
    }
  }

  @Override
  public void push(boolean async) {
    Optional<User> user = BrowserSession.userOf(getUI().getSession(), sessionUser);
    if (user.isEmpty()) {
      super.push(async);
      return;
    }
    currentUser.runAs(
        user.get(),
        () -> {
          super.push(async);
          return null;
        });
  }
}
