package org.kartoteka.platform.api.http;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * How often each of many may ask: so many times a second in the long run, ten seconds' worth at
 * once, which is what people and honest programs do in bursts. Kept in the memory of this node.
 * Safe for use by several threads.
 *
 * @param <W> who asks: an address, a token; compared by {@code equals}
 */
public final class Allowances<W> {

  private static final int BURST_SECONDS = 10;
  private static final int MOST_KEPT = 10_000;

  private final int perSecond;
  private final LongSupplier nanos;
  private final Map<W, Allowance> allowances = new ConcurrentHashMap<>();

  /** How many requests are left at a time, and whether the last one passed. */
  private record Allowance(double left, long at, boolean passed) {

    Allowance take(long now) {
      return left >= 1 ? new Allowance(left - 1, now, true) : new Allowance(left, now, false);
    }
  }

  /**
   * Allowances that are full in the beginning.
   *
   * @param perSecond requests a second; 0 or less for any number
   * @param nanos the time in nanoseconds, from any beginning
   */
  public Allowances(int perSecond, LongSupplier nanos) {
    this.perSecond = perSecond;
    this.nanos = nanos;
  }

  /**
   * Takes one request from the allowance of somebody; one that is refused takes nothing.
   *
   * @return whether there was one left; if not, there is one in a second
   */
  public boolean passes(W who) {
    if (perSecond <= 0) {
      return true;
    }
    long now = nanos.getAsLong();
    if (allowances.size() > MOST_KEPT) {
      allowances.values().removeIf(one -> refilled(one, now).left() >= full());
    }
    return allowances
        .compute(
            who,
            (any, before) ->
                (before == null ? new Allowance(full(), now, true) : refilled(before, now))
                    .take(now))
        .passed();
  }

  private Allowance refilled(Allowance before, long now) {
    double since = Math.max(now - before.at(), 0) / (double) TimeUnit.SECONDS.toNanos(1);
    return new Allowance(Math.min(full(), before.left() + since * perSecond), now, true);
  }

  private double full() {
    return (double) perSecond * BURST_SECONDS;
  }
}
