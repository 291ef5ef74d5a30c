package org.kartoteka.ui.internal.session;

import com.vaadin.flow.shared.ApplicationConstants;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.time.Duration;
import org.kartoteka.platform.api.http.AddressAllowances;
import org.kartoteka.platform.api.settings.Installation;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Browsers in which nobody is signed in. Each of them holds memory, whoever it is: an address gets
 * a twentieth as many of their sessions as it may make requests, and such a session ends some time
 * after its page was left, which is as long as somebody may be away at the page of a provider.
 */
@Component(service = Strangers.class)
public class Strangers {

  static final String RATE = "kartoteka.rate";
  static final Duration PATIENCE = Duration.ofMinutes(15);

  private static final int USUAL_RATE = 100;
  private static final int REQUESTS_FOR_A_SESSION = 20;
  private static final String FILES = "/VAADIN/";

  private final AddressAllowances sessions;

  @Activate
  public Strangers(@Reference Installation installation) {
    int rate = rate(installation);
    sessions =
        new AddressAllowances(
            rate <= 0 ? rate : Math.max(1, rate / REQUESTS_FOR_A_SESSION), System::nanoTime);
  }

  private static int rate(Installation installation) {
    try {
      return installation.startSetting(RATE).map(Integer::parseInt).orElse(USUAL_RATE);
    } catch (NumberFormatException unreadable) {
      return USUAL_RATE;
    }
  }

  /** Whether the request may go on, which may open a session. */
  public boolean admits(HttpServletRequest request) {
    return request.getSession(false) != null
        || !opensSession(request)
        || sessions.passes(request.getRemoteAddr());
  }

  /** A page, and the beginning of its application; what follows needs the session that is there. */
  private static boolean opensSession(HttpServletRequest request) {
    String kind = request.getParameter(ApplicationConstants.REQUEST_TYPE_PARAMETER);
    return kind == null
        ? !request.getRequestURI().startsWith(FILES)
        : kind.equals(ApplicationConstants.REQUEST_TYPE_INIT);
  }

  /** Lets the session end early unless somebody signs in. */
  public void left(HttpServletRequest request) {
    HttpSession session = request.getSession(false);
    if (session != null && session.getAttribute(SessionUser.ID) == null) {
      session.setMaxInactiveInterval((int) PATIENCE.toSeconds());
    }
  }
}
