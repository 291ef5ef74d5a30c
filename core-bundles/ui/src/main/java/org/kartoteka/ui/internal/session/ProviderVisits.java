package org.kartoteka.ui.internal.session;

import com.vaadin.flow.server.VaadinServletRequest;
import com.vaadin.flow.server.VaadinSession;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.kartoteka.platform.api.identity.ProviderVisit;

/**
 * The visits to providers that were begun in one browser and have not ended yet. Nobody can end a
 * visit of another browser, and none ends twice.
 */
public final class ProviderVisits {

  private static final String NAME = ProviderVisits.class.getName();
  private static final int MOST = 10;

  private final Map<String, Begun> begun = new LinkedHashMap<>();

  /**
   * A visit.
   *
   * @param wanted the address of ours that the person wanted to see
   */
  public record Begun(ProviderVisit visit, String wanted) {}

  private ProviderVisits() {}

  /** Those of the browser that is being served. */
  public static ProviderVisits present() {
    VaadinSession session = VaadinSession.getCurrent();
    if (!(session.getAttribute(NAME) instanceof ProviderVisits visits)) {
      ProviderVisits none = new ProviderVisits();
      session.setAttribute(NAME, none);
      return none;
    }
    return visits;
  }

  /** Takes note of a visit; of too many the oldest is forgotten. */
  public void begin(ProviderVisit visit, String wanted) {
    begun.put(visit.state(), new Begun(visit, wanted));
    if (begun.size() > MOST) {
      begun.remove(begun.keySet().iterator().next());
    }
  }

  /** Takes the visit out to which an answer belongs. */
  public Optional<Begun> end(String state) {
    return Optional.ofNullable(begun.remove(state));
  }

  /** Where browsers come back to, as the one that is being served knows us. */
  public static URI back() {
    HttpServletRequest request = VaadinServletRequest.getCurrent().getHttpServletRequest();
    int port = request.getServerPort();
    boolean usual = port == (request.isSecure() ? 443 : 80);
    try {
      return new URI(
          request.getScheme(),
          null,
          request.getServerName(),
          usual ? -1 : port,
          request.getContextPath() + "/sign-in",
          null,
          null);
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }
}
