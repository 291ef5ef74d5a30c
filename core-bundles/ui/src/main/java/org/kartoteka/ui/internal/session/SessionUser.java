package org.kartoteka.ui.internal.session;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import jakarta.servlet.http.HttpSessionBindingEvent;
import jakarta.servlet.http.HttpSessionBindingListener;
import java.util.Optional;
import org.kartoteka.platform.api.security.SessionId;
import org.kartoteka.platform.api.security.Sessions;
import org.kartoteka.platform.api.security.User;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Who is signed in to a session of the browser. The HTTP API reads the same attribute. */
@Component(service = SessionUser.class)
public class SessionUser {

  /** The attribute of the HTTP session that holds the id of the user's session. */
  public static final String ID = "kartoteka.session";

  private static final String END = "kartoteka.session.end";

  private final Sessions sessions;

  /** Ends the session when the web server forgets the browser. */
  private record End(Sessions sessions, SessionId id) implements HttpSessionBindingListener {

    @Override
    public void valueUnbound(HttpSessionBindingEvent event) {
      sessions.closed(id);
    }
  }

  @Activate
  public SessionUser(@Reference Sessions sessions) {
    this.sessions = sessions;
  }

  /** Binds a session to the browser of the request, whose cookie gets a new value. */
  public void signIn(HttpServletRequest request, SessionId id) {
    request.getSession(true);
    request.changeSessionId();
    HttpSession session = request.getSession();
    session.setMaxInactiveInterval((int) sessions.idleLimit().toSeconds());
    session.setAttribute(ID, id.value());
    session.setAttribute(END, new End(sessions, id));
  }

  /**
   * The user of the browser that asks.
   *
   * @param used whether a person asks; a browser that only says it is still there does not count
   */
  public Optional<User> of(HttpServletRequest request, boolean used) {
    HttpSession session = request.getSession(false);
    if (session == null) {
      return Optional.empty();
    }
    return id(session.getAttribute(ID))
        .flatMap(id -> used ? sessions.resume(id, request.getRemoteAddr()) : sessions.look(id));
  }

  /** The user of the session whose attribute it is, without a request. */
  Optional<User> of(Object attribute) {
    return id(attribute).flatMap(sessions::look);
  }

  private static Optional<SessionId> id(Object attribute) {
    return attribute instanceof Long id ? Optional.of(new SessionId(id)) : Optional.empty();
  }
}
