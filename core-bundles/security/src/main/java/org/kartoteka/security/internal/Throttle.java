package org.kartoteka.security.internal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.kartoteka.platform.api.problem.TooManyAttempts;

/**
 * Slows down guessing: after a few failures of one name from one address each further one must wait
 * longer. The owner of the name is not locked out: he comes from another address.
 */
final class Throttle {

  static final int FREE_FAILURES = 5;
  private static final Duration LONGEST_WAIT = Duration.ofMinutes(5);
  private static final Duration FORGET_AFTER = Duration.ofMinutes(15);
  private static final int MOST_KEPT = 10_000;

  private record Failures(int count, Instant last) {}

  private final Clock clock;
  private final Map<String, Failures> failures = new ConcurrentHashMap<>();

  Throttle(Clock clock) {
    this.clock = clock;
  }

  void check(String name, String address) {
    Failures known = failures.get(key(name, address));
    if (known == null || known.count() < FREE_FAILURES) {
      return;
    }
    Duration wait = Duration.ofSeconds(1L << Math.min(known.count() - FREE_FAILURES, 20));
    wait = wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait;
    Instant open = known.last().plus(wait);
    Instant now = clock.instant();
    if (now.isBefore(open)) {
      throw new TooManyAttempts(Math.max(1, Duration.between(now, open).toSeconds()));
    }
  }

  void failed(String name, String address) {
    Instant now = clock.instant();
    if (failures.size() > MOST_KEPT) {
      failures.values().removeIf(one -> one.last().plus(FORGET_AFTER).isBefore(now));
    }
    failures.merge(
        key(name, address),
        new Failures(1, now),
        (before, one) ->
            before.last().plus(FORGET_AFTER).isBefore(now)
                ? one
                : new Failures(before.count() + 1, now));
  }

  void succeeded(String name, String address) {
    failures.remove(key(name, address));
  }

  private static String key(String name, String address) {
    return name.toLowerCase(java.util.Locale.ROOT) + " " + address;
  }
}
