package org.kartoteka.ui.internal.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.kartoteka.platform.api.security.Authentication;
import org.kartoteka.platform.api.security.User;
import org.kartoteka.platform.api.security.UserId;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Who is signed in to a session of the browser. The HTTP API reads the same attribute. */
@Component(service = SessionUser.class)
public class SessionUser {

  /** The attribute of the HTTP session that holds the id of the user. */
  public static final String ID = "kartoteka.user";

  private static final String KNOWN = "kartoteka.user.known";
  private static final Duration VALID = Duration.ofSeconds(30);

  private final Authentication authentication;
  private final Clock clock;

  private record Known(User user, Instant at) {}

  @Activate
  public SessionUser(@Reference Authentication authentication, @Reference Clock clock) {
    this.authentication = authentication;
    this.clock = clock;
  }

  /** Signs a user in to the session of the request, which gets a new id. */
  public void signIn(HttpServletRequest request, User user) {
    request.getSession(true);
    request.changeSessionId();
    HttpSession session = request.getSession();
    session.setAttribute(ID, user.id().value());
    session.setAttribute(KNOWN, new Known(user, clock.instant()));
  }

  /** The user of the session, asked anew now and then so that blocking and roles act. */
  public Optional<User> of(HttpSession session) {
    if (session == null || !(session.getAttribute(ID) instanceof Long id)) {
      return Optional.empty();
    }
    if (session.getAttribute(KNOWN) instanceof Known known
        && known.at().plus(VALID).isAfter(clock.instant())) {
      return Optional.of(known.user());
    }
    Optional<User> present = authentication.refresh(new UserId(id));
    present.ifPresentOrElse(
        user -> session.setAttribute(KNOWN, new Known(user, clock.instant())),
        () -> {
          session.removeAttribute(KNOWN);
          session.removeAttribute(ID);
        });
    return present;
  }

  /** The user of the session as last known. */
  static Optional<User> known(Object attribute) {
    return attribute instanceof Known known ? Optional.of(known.user()) : Optional.empty();
  }

  static String knownAttribute() {
    return KNOWN;
  }

  /** The user is asked anew with the next request. */
  public static void forget(HttpSession session) {
    if (session != null) {
      session.removeAttribute(KNOWN);
    }
  }
}
