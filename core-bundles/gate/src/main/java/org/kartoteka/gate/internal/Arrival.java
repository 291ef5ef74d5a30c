package org.kartoteka.gate.internal;

import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.util.Arrays;
import java.util.List;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.ForwardedRequestCustomizer;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.Request;
import org.kartoteka.platform.api.http.Entrance;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/**
 * What holds for each request before anybody looks at it: where it comes from, which is believed of
 * known proxies only, and the safety headers of its answer.
 */
@Component(service = HttpConfiguration.Customizer.class)
public final class Arrival implements HttpConfiguration.Customizer {

  static final String PROXIES = "kartoteka.proxies";

  /** Where Vaadin hands out attachments, exports and papers. */
  private static final String FILES = "/VAADIN/dynamic/";

  private static final String PAGE_POLICY =
      "object-src 'none'; base-uri 'self'; frame-ancestors 'none'";
  private static final String DATA_POLICY = "default-src 'none'; frame-ancestors 'none'; sandbox";

  private final List<AddressRange> proxies;
  private final ForwardedRequestCustomizer forwarded = believing();

  @Activate
  public Arrival(BundleContext context) {
    this(new StartSettings(context).get(PROXIES).orElse(""));
  }

  /** Behind these proxies, separated by commas. */
  Arrival(String proxies) {
    this.proxies =
        Arrays.stream(proxies.split(","))
            .map(String::strip)
            .filter(one -> !one.isEmpty())
            .map(AddressRange::of)
            .toList();
  }

  @Override
  public Request customize(Request request, HttpFields.Mutable answer) {
    Request believed =
        isFromProxy(request) ? forwarded.customize(new Forwarded(request), answer) : request;
    String path = Request.getPathInContext(believed);
    boolean file = path.startsWith(FILES);
    boolean data = file || Entrance.of(path) == Entrance.API;
    protect(answer, data ? DATA_POLICY : PAGE_POLICY);
    if (file) {
      answer.put(HttpHeader.CACHE_CONTROL, "no-store");
    }
    if (believed.isSecure()) {
      answer.put(HttpHeader.STRICT_TRANSPORT_SECURITY, "max-age=31536000");
    }
    return believed;
  }

  /** For an answer that the web server gives before a request is looked at. */
  static void protect(HttpFields.Mutable answer) {
    protect(answer, DATA_POLICY);
  }

  private static void protect(HttpFields.Mutable answer, String policy) {
    answer.put("X-Content-Type-Options", "nosniff");
    answer.put("Referrer-Policy", "same-origin");
    answer.put("X-Frame-Options", "DENY");
    answer.put("X-XSS-Protection", "0");
    answer.put("Cross-Origin-Opener-Policy", "same-origin");
    answer.put("Cross-Origin-Resource-Policy", "same-origin");
    answer.put("Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=()");
    answer.put("Content-Security-Policy", policy);
  }

  private boolean isFromProxy(Request request) {
    SocketAddress peer = request.getConnectionMetaData().getRemoteSocketAddress();
    return !proxies.isEmpty()
        && peer instanceof InetSocketAddress address
        && address.getAddress() != null
        && isProxy(address.getAddress().getHostAddress());
  }

  /** Believes a proxy where a request comes from and how, nothing else. */
  private static ForwardedRequestCustomizer believing() {
    ForwardedRequestCustomizer customizer = new ForwardedRequestCustomizer();
    customizer.setForwardedHeader(null);
    customizer.setForwardedHostHeader(null);
    customizer.setForwardedServerHeader(null);
    customizer.setForwardedPortHeader(null);
    customizer.setForwardedHttpsHeader(null);
    customizer.setForwardedCipherSuiteHeader(null);
    customizer.setForwardedSslSessionIdHeader(null);
    return customizer;
  }

  private boolean isProxy(String address) {
    try {
      return proxies.stream().anyMatch(range -> range.contains(address));
    } catch (IllegalArgumentException noAddress) {
      return false;
    }
  }

  /**
   * A request whose sender is the last one in the list that is no proxy of ours: what stands before
   * it the sender may have written himself.
   */
  private final class Forwarded extends Request.Wrapper {

    private final HttpFields headers;

    Forwarded(Request request) {
      super(request);
      List<String> senders = request.getHeaders().getCSV(HttpHeader.X_FORWARDED_FOR, false);
      HttpFields.Mutable changed = HttpFields.build(request.getHeaders());
      changed.remove(HttpHeader.X_FORWARDED_FOR);
      for (int i = senders.size() - 1; i >= 0; i--) {
        if (i == 0 || !isProxy(senders.get(i))) {
          changed.put(HttpHeader.X_FORWARDED_FOR, senders.get(i));
          break;
        }
      }
      headers = changed.asImmutable();
    }

    @Override
    public HttpFields getHeaders() {
      return headers;
    }
  }
}
