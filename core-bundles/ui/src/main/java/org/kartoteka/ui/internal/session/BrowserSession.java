package org.kartoteka.ui.internal.session;

import com.vaadin.flow.server.VaadinService;
import com.vaadin.flow.server.VaadinSession;
import com.vaadin.flow.server.WrappedSession;
import java.util.Optional;
import org.kartoteka.platform.api.security.CurrentUser;
import org.kartoteka.platform.api.security.User;

/**
 * A session that works off what waits for it, and pushes it, as its own user, whoever's thread it
 * is: also the rows of a list that are read while changes are written.
 */
public final class BrowserSession extends VaadinSession {

  private static final long serialVersionUID = 1L;

  private final transient CurrentUser currentUser;
  private final transient SessionUser sessionUser;

  public BrowserSession(VaadinService service, CurrentUser currentUser, SessionUser sessionUser) {
    super(service);
    this.currentUser = currentUser;
    this.sessionUser = sessionUser;
  }

  @Override
  public void unlock() {
    Optional<User> user = userOf(this, sessionUser);
    if (user.isEmpty()) {
      super.unlock();
      return;
    }
    currentUser.runAs(
        user.get(),
        () -> {
          super.unlock();
          return null;
        });
  }

  /** Who is signed in to a session. */
  public static Optional<User> userOf(VaadinSession session, SessionUser sessionUser) {
    WrappedSession http = session == null ? null : session.getSession();
    if (http == null) {
      return Optional.empty();
    }
    try {
      return sessionUser.of(http.getAttribute(SessionUser.ID));
    } catch (IllegalStateException invalidated) {
      return Optional.empty();
    }
  }
}
