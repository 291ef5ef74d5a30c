package org.kartoteka.security.internal;

import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.kartoteka.platform.api.security.User;

/**
 * Remembers for some minutes after their last use which credentials were right, so that each API
 * call need not pay for Argon2. Only a keyed digest is kept, in memory, with a key that dies with
 * the process.
 */
final class CheckedCredentials {

  private static final Duration VALID_AFTER_USE = Duration.ofMinutes(5);
  private static final int MOST_KEPT = 1000;

  private record Known(User user, Instant end, Instant used) {

    boolean holds(Instant now) {
      return now.isBefore(end) && now.isBefore(used.plus(VALID_AFTER_USE));
    }
  }

  private final Clock clock;
  private final byte[] key = new byte[32];
  private final Map<String, Known> known = new ConcurrentHashMap<>();
  private final Map<String, Object> checking = new ConcurrentHashMap<>();
  private final AtomicInteger forgotten = new AtomicInteger();

  CheckedCredentials(Clock clock) {
    this.clock = clock;
    new SecureRandom().nextBytes(key);
  }

  /**
   * The user of credentials that were right before, else of those that the check finds right. Of
   * many calls at once with the same credentials one does the check, the others wait for it.
   *
   * @param atMost how long the check is believed, however often they are used
   * @param check looks whether the credentials are right; empty when they are not
   */
  Optional<User> findOr(
      String kind, String credential, Duration atMost, Supplier<Optional<User>> check) {
    String digest = digest(kind, credential);
    Optional<User> found = find(digest);
    if (found.isPresent()) {
      return found;
    }
    Object one = checking.computeIfAbsent(digest, key -> new Object());
    try {
      synchronized (one) {
        Optional<User> meanwhile = find(digest);
        return meanwhile.isPresent() ? meanwhile : checked(digest, atMost, check);
      }
    } finally {
      checking.remove(digest, one);
    }
  }

  private Optional<User> find(String digest) {
    Instant now = clock.instant();
    return Optional.ofNullable(
            known.computeIfPresent(
                digest,
                (key, before) ->
                    before.holds(now) ? new Known(before.user(), before.end(), now) : null))
        .map(Known::user);
  }

  private Optional<User> checked(String digest, Duration atMost, Supplier<Optional<User>> check) {
    int before = forgotten.get();
    Instant now = clock.instant();
    Optional<User> user = check.get();
    if (known.size() >= MOST_KEPT) {
      known.clear();
    }
    if (user.isPresent() && forgotten.get() == before) {
      known.put(digest, new Known(user.get(), now.plus(atMost), now));
    }
    return user;
  }

  /** Lets everybody be checked anew; a check that is under way counts for its own call only. */
  void forgetAll() {
    forgotten.incrementAndGet();
    known.clear();
  }

  /** Grows whenever everybody has to be checked anew. */
  int edition() {
    return forgotten.get();
  }

  private String digest(String kind, String credential) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      mac.update(kind.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(mac.doFinal(credential.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException | InvalidKeyException e) {
      throw new IllegalStateException(e);
    }
  }
}
