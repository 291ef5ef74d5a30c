package org.kartoteka.gate.internal;

import java.util.function.LongSupplier;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.kartoteka.platform.api.http.AddressAllowances;

/**
 * No address may ask more often than so many times a second in the long run; what people and honest
 * programs do in bursts passes. This machine itself is not limited.
 */
final class RateLimit extends Handler.Abstract.NonBlocking {

  static final int USUAL = 100;
  private static final int TOO_MANY = 429;

  private final AddressAllowances allowances;

  RateLimit(StartSettings settings) {
    this(settings.number("kartoteka.rate", USUAL), System::nanoTime);
  }

  /**
   * A limit.
   *
   * @param perSecond 0 for none
   */
  RateLimit(int perSecond, LongSupplier nanos) {
    this.allowances = new AddressAllowances(perSecond, nanos);
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) {
    if (allowances.passes(Request.getRemoteAddr(request))) {
      return false;
    }
    response.getHeaders().put(HttpHeader.RETRY_AFTER, "1");
    new Refusal(
            TOO_MANY,
            "too-many-requests",
            "Too many requests",
            "This address asks too often. Wait a second.")
        .send(response, callback);
    return true;
  }
}
