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
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.kartoteka.platform.api.security.User;

/**
 * Remembers for a minute which credentials were right, so that each API call need not pay for
 * Argon2. Only a keyed digest is kept, in memory, with a key that dies with the process.
 */
final class CheckedCredentials {

  private static final Duration VALID = Duration.ofMinutes(1);
  private static final int MOST_KEPT = 1000;

  private record Known(User user, Instant until) {}

  private final Clock clock;
  private final byte[] key = new byte[32];
  private final Map<String, Known> known = new ConcurrentHashMap<>();

  CheckedCredentials(Clock clock) {
    this.clock = clock;
    new SecureRandom().nextBytes(key);
  }

  Optional<User> find(String kind, String credential) {
    Known found = known.get(digest(kind, credential));
    return found == null || clock.instant().isAfter(found.until())
        ? Optional.empty()
        : Optional.of(found.user());
  }

  void remember(String kind, String credential, User user) {
    if (known.size() >= MOST_KEPT) {
      known.clear();
    }
    known.put(digest(kind, credential), new Known(user, clock.instant().plus(VALID)));
  }

  void forgetAll() {
    known.clear();
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
