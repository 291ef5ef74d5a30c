package org.kartoteka.gate.internal;

import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpURI;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.kartoteka.platform.api.http.Entrance;

/**
 * Under TLS nothing is served over plain HTTP but the question whether the product is up. Browsers
 * are sent to the right address; programs are refused, so that none goes on sending its password in
 * the clear.
 */
final class SecureOnly extends Handler.Abstract.NonBlocking {

  private static final String HEALTH = "/api/v1/health";
  private static final int PERMANENT_REDIRECT = 308;
  private static final int FORBIDDEN = 403;

  private final boolean wanted;
  private final int port;

  SecureOnly(StartSettings settings) {
    this(
        settings.get("kartoteka.tls").filter("true"::equals).isPresent(),
        settings.number("kartoteka.tls.port", 8443));
  }

  SecureOnly(boolean wanted, int port) {
    this.wanted = wanted;
    this.port = port;
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) {
    String path = Request.getPathInContext(request);
    if (!wanted || request.isSecure() || path.equals(HEALTH)) {
      return false;
    }
    if (Entrance.of(path) == Entrance.API) {
      new Refusal(FORBIDDEN, "tls-needed", "Not permitted", "Ask over HTTPS.")
          .send(response, callback);
      return true;
    }
    HttpURI address =
        HttpURI.build(request.getHttpURI())
            .scheme("https")
            .host(Request.getServerName(request))
            .port(port == 443 ? -1 : port);
    response.setStatus(PERMANENT_REDIRECT);
    response.getHeaders().put(HttpHeader.LOCATION, address.asString());
    callback.succeeded();
    return true;
  }
}
