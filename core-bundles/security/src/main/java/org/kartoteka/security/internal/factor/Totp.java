package org.kartoteka.security.internal.factor;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.OptionalLong;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Codes that change with time (RFC 6238): HMAC-SHA-1, six digits, a new one every 30 seconds. */
final class Totp {

  static final Duration STEP = Duration.ofSeconds(30);
  private static final int MODULUS = 1_000_000;

  /** A clock may go wrong by this many steps. */
  private static final int TOLERANCE = 1;

  private Totp() {}

  static long step(Instant at) {
    return at.getEpochSecond() / STEP.toSeconds();
  }

  /** The code of a step. */
  static String code(byte[] secret, long step) {
    try {
      Mac mac = Mac.getInstance("HmacSHA1");
      mac.init(new SecretKeySpec(secret, "HmacSHA1"));
      byte[] hash = mac.doFinal(ByteBuffer.allocate(Long.BYTES).putLong(step).array());
      int offset = hash[hash.length - 1] & 0xf;
      int number = ByteBuffer.wrap(hash, offset, Integer.BYTES).getInt() & 0x7fffffff;
      return String.format(Locale.ROOT, "%06d", number % MODULUS);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * The step whose code it is.
   *
   * @param last the latest step whose code was taken: none is taken twice
   */
  static OptionalLong match(byte[] secret, String code, Instant now, long last) {
    long present = step(now);
    for (long step = present - TOLERANCE; step <= present + TOLERANCE; step++) {
      if (step > last && MessageDigest.isEqual(ascii(code(secret, step)), ascii(code))) {
        return OptionalLong.of(step);
      }
    }
    return OptionalLong.empty();
  }

  private static byte[] ascii(String digits) {
    return digits.getBytes(StandardCharsets.US_ASCII);
  }
}
