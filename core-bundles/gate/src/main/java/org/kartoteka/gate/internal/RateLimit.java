package org.kartoteka.gate.internal;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * No address may ask more often than so many times a second in the long run; what people and honest
 * programs do in bursts passes. This machine itself is not limited.
 */
final class RateLimit extends Handler.Abstract.NonBlocking {

  static final int USUAL = 100;
  private static final int TOO_MANY = 429;
  private static final int BURST_SECONDS = 10;
  private static final int MOST_KEPT = 10_000;

  private final int perSecond;
  private final LongSupplier nanos;
  private final Map<String, Allowance> allowances = new ConcurrentHashMap<>();

  /** How many requests are left at a time. */
  private record Allowance(double left, long at) {}

  RateLimit(StartSettings settings) {
    this(settings.number("kartoteka.rate", USUAL), System::nanoTime);
  }

  /**
   * A limit.
   *
   * @param perSecond 0 for none
   */
  RateLimit(int perSecond, LongSupplier nanos) {
    this.perSecond = perSecond;
    this.nanos = nanos;
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) {
    String address = Request.getRemoteAddr(request);
    if (perSecond <= 0 || isThisMachine(address) || passes(address)) {
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

  private static boolean isThisMachine(String address) {
    return address.startsWith("127.") || address.equals("::1") || address.equals("[::1]");
  }

  /** Takes one request from the allowance of the address. */
  boolean passes(String address) {
    long now = nanos.getAsLong();
    if (allowances.size() > MOST_KEPT) {
      allowances.values().removeIf(one -> refilled(one, now) >= full());
    }
    return allowances
            .merge(
                address,
                new Allowance(full() - 1, now),
                (before, first) -> new Allowance(Math.max(refilled(before, now), 0) - 1, now))
            .left()
        >= 0;
  }

  private double refilled(Allowance before, long now) {
    double since = (now - before.at()) / (double) TimeUnit.SECONDS.toNanos(1);
    return Math.min(full(), before.left() + since * perSecond);
  }

  private double full() {
    return (double) perSecond * BURST_SECONDS;
  }
}
