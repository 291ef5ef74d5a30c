package org.kartoteka.rest.internal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.kartoteka.platform.api.problem.NotSignedIn;
import org.kartoteka.platform.api.problem.ReadOnly;
import org.kartoteka.platform.api.security.Authentication;
import org.kartoteka.platform.api.security.SessionId;
import org.kartoteka.platform.api.security.Sessions;
import org.kartoteka.platform.api.security.User;

/**
 * Finds out who calls: by name and password, by a token, or by the session of a browser. A session
 * is taken for reading; for a change only with a header that no foreign page can send.
 */
final class SignIn {

  /** Holds the number of the session in which somebody is signed in with his browser. */
  static final String SESSION = "kartoteka.session";

  /** What a browser must send along with a change; any value will do. */
  static final String SAME_PAGE = "X-Requested-With";

  private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");

  private final Authentication authentication;
  private final Sessions sessions;

  SignIn(Authentication authentication, Sessions sessions) {
    this.authentication = authentication;
    this.sessions = sessions;
  }

  /**
   * The caller.
   *
   * @throws NotSignedIn when he did not say who he is, or not rightly
   */
  User caller(HttpServletRequest request) {
    String header = request.getHeader("Authorization");
    User caller =
        (header == null ? bySession(request) : byHeader(header.strip(), request))
            .orElseThrow(NotSignedIn::new);
    if (caller.credential().readOnly() && !SAFE.contains(request.getMethod())) {
      throw new ReadOnly();
    }
    return caller;
  }

  private Optional<User> byHeader(String header, HttpServletRequest request) {
    int blank = header.indexOf(' ');
    String scheme = blank < 0 ? header : header.substring(0, blank).toLowerCase(Locale.ROOT);
    String rest = blank < 0 ? "" : header.substring(blank + 1).strip();
    return switch (scheme) {
      case "basic" -> byPassword(rest, request.getRemoteAddr());
      case "bearer" -> rest.isEmpty() ? Optional.empty() : authentication.byToken(rest);
      default -> Optional.empty();
    };
  }

  private Optional<User> byPassword(String encoded, String address) {
    String pair;
    try {
      pair = new String(Base64.getDecoder().decode(encoded), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException notBase64) {
      return Optional.empty();
    }
    int colon = pair.indexOf(':');
    return colon < 1
        ? Optional.empty()
        : authentication.byPassword(pair.substring(0, colon), pair.substring(colon + 1), address);
  }

  private Optional<User> bySession(HttpServletRequest request) {
    HttpSession session = request.getSession(false);
    if (session == null || !(session.getAttribute(SESSION) instanceof Long id)) {
      return Optional.empty();
    }
    String samePage = request.getHeader(SAME_PAGE);
    boolean harmless = SAFE.contains(request.getMethod());
    return harmless || (samePage != null && !samePage.isBlank())
        ? sessions.resume(new SessionId(id), request.getRemoteAddr())
        : Optional.empty();
  }
}
