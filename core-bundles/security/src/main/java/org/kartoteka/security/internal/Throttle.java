package org.kartoteka.security.internal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.kartoteka.platform.api.data.Sql;
import org.kartoteka.platform.api.data.UnitOfWork;
import org.kartoteka.platform.api.problem.TooManyAttempts;
import org.kartoteka.platform.api.security.Origin;
import org.kartoteka.platform.api.security.UserId;
import org.kartoteka.security.internal.key.Sha256;

/**
 * Slows down guessing. Failures are counted by name and place, by name, and by address; beyond some
 * free ones each further attempt must wait longer. At a place where the user has signed in before,
 * a device or an address, only what failed right there counts: strangers cannot lock him out.
 */
final class Throttle {

  static final int FREE_AT_ONE_PLACE = 5;
  static final int FREE_FOR_ONE_NAME = 20;
  static final int FREE_FROM_ONE_ADDRESS = 50;

  private static final Duration LONGEST_WAIT = Duration.ofMinutes(5);
  private static final Duration FORGOTTEN_AFTER = Duration.ofHours(1);
  private static final Duration PLACE_KNOWN_FOR = Duration.ofDays(90);

  private final UnitOfWork unitOfWork;
  private final Clock clock;

  /** What is counted, under a key that does not tell the name. */
  private record Counter(String key, int free) {

    static Counter of(String kind, String what, int free) {
      return new Counter(Sha256.of(kind + '\0' + what), free);
    }
  }

  private record Failures(int count, Instant last) {}

  Throttle(UnitOfWork unitOfWork, Clock clock) {
    this.unitOfWork = unitOfWork;
    this.clock = clock;
  }

  /**
   * Begins an attempt, which counts as failed until it has {@link #passed}: attempts at the same
   * time do not slip through.
   *
   * @throws TooManyAttempts when it comes too early
   */
  void attempt(String name, Origin origin) {
    unitOfWork.run(() -> counters(name, origin).forEach(this::count));
  }

  /** The attempt was right: what it counted is taken back. */
  void passed(String name, Origin origin) {
    unitOfWork.run(() -> counters(name, origin).forEach(this::takeBack));
  }

  /** The user is in: failures here are forgotten, and the place is known from now on. */
  void succeeded(String name, UserId user, Origin origin) {
    unitOfWork.run(
        () -> {
          forget(counters(name, origin).get(0));
          remember(user, address(origin));
          device(origin).ifPresent(device -> remember(user, device));
        });
  }

  private List<Counter> counters(String typed, Origin origin) {
    String name = typed.toLowerCase(Locale.ROOT);
    Optional<String> known = knownPlace(name, origin);
    Counter here =
        Counter.of("here", name + '\0' + known.orElse(address(origin)), FREE_AT_ONE_PLACE);
    return known.isPresent()
        ? List.of(here)
        : List.of(
            here,
            Counter.of("name", name, FREE_FOR_ONE_NAME),
            Counter.of("address", address(origin), FREE_FROM_ONE_ADDRESS));
  }

  /** Where the user has signed in before: rather the device than an address that many share. */
  private Optional<String> knownPlace(String name, Origin origin) {
    List<String> places =
        device(origin).map(one -> List.of(one, address(origin))).orElse(List.of(address(origin)));
    return Sql.of(
            unitOfWork,
            "select place from security.known_place p join security.app_user u on u.id = p.user_id"
                + " where lower(u.name) = ? and place = any(?) order by place desc",
            name,
            places)
        .first(row -> row.getString(1));
  }

  private static String address(Origin origin) {
    return "address " + origin.address();
  }

  private static Optional<String> device(Origin origin) {
    return Optional.ofNullable(origin.device())
        .filter(device -> !device.isBlank())
        .map(device -> "device " + Sha256.of(device));
  }

  private void count(Counter counter) {
    Instant now = clock.instant();
    Failures before =
        Sql.of(
                unitOfWork,
                "insert into security.failed_sign_in as f (key, count, last) values (?, 0, ?) on"
                    + " conflict (key) do update set count = case when f.last < ? then 0 else f.count"
                    + " end returning count, last",
                counter.key(),
                now,
                now.minus(FORGOTTEN_AFTER))
            .first(row -> new Failures(row.getInt(1), Sql.instant(row, "last")))
            .orElseThrow();
    if (before.count() >= counter.free()) {
      hold(before, counter, now);
    }
    Sql.of(
            unitOfWork,
            "update security.failed_sign_in set count = count + 1, last = ? where key = ?",
            now,
            counter.key())
        .update();
  }

  private static void hold(Failures before, Counter counter, Instant now) {
    Duration wait = Duration.ofSeconds(1L << Math.min(before.count() - counter.free(), 20));
    Instant open = before.last().plus(wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait);
    if (now.isBefore(open)) {
      throw new TooManyAttempts(Math.max(1, Duration.between(now, open).toSeconds()));
    }
  }

  private void forget(Counter counter) {
    Sql.of(unitOfWork, "delete from security.failed_sign_in where key = ?", counter.key()).update();
  }

  private void takeBack(Counter counter) {
    Sql.of(
            unitOfWork,
            "update security.failed_sign_in set count = greatest(count - 1, 0) where key = ?",
            counter.key())
        .update();
  }

  private void remember(UserId user, String place) {
    Sql.of(
            unitOfWork,
            "insert into security.known_place (user_id, place, last_seen) values (?, ?, ?) on"
                + " conflict (user_id, place) do update set last_seen = excluded.last_seen",
            user,
            place,
            clock.instant())
        .update();
  }

  /** Drops what does not count any more. */
  void sweep() {
    Instant now = clock.instant();
    unitOfWork.run(
        () -> {
          Sql.of(
                  unitOfWork,
                  "delete from security.failed_sign_in where last < ?",
                  now.minus(FORGOTTEN_AFTER))
              .update();
          Sql.of(
                  unitOfWork,
                  "delete from security.known_place where last_seen < ?",
                  now.minus(PLACE_KNOWN_FOR))
              .update();
        });
  }
}
