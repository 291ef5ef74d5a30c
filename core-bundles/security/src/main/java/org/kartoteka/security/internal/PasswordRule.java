package org.kartoteka.security.internal;

import java.util.Locale;
import java.util.Set;
import org.kartoteka.platform.api.problem.FieldError;
import org.kartoteka.platform.api.problem.InvalidInput;

/** Length decides, not odd characters (OWASP ASVS 5, 6.2); the most common ones are refused. */
final class PasswordRule {

  static final int SHORTEST = 10;
  static final int LONGEST = 128;
  private static final Set<String> COMMON =
      Set.of(
          "1234567890",
          "12345678910",
          "0123456789",
          "qwertyuiop",
          "password123",
          "password1234",
          "1q2w3e4r5t",
          "q1w2e3r4t5",
          "administrator",
          "kartoteka1",
          "kartoteka123",
          "zaq12wsxcde",
          "1111111111",
          "0000000000",
          "iloveyou123",
          "qwerty12345",
          "1qaz2wsx3edc",
          "passw0rd123");

  private PasswordRule() {}

  static void check(String password, String userName) {
    if (password == null || password.length() < SHORTEST) {
      throw new InvalidInput(FieldError.of("password", "passwordTooShort", SHORTEST));
    }
    if (password.length() > LONGEST) {
      throw new InvalidInput(FieldError.of("password", "tooLong", LONGEST));
    }
    String folded = password.toLowerCase(Locale.ROOT);
    if (COMMON.contains(folded) || folded.equals(userName.toLowerCase(Locale.ROOT))) {
      throw new InvalidInput(FieldError.of("password", "passwordCommon"));
    }
  }
}
