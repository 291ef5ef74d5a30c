package org.kartoteka.security.internal;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.kartoteka.platform.api.problem.FieldError;
import org.kartoteka.platform.api.problem.InvalidInput;

/** Length decides, not odd characters (OWASP ASVS 5, 6.2); the most common ones are refused. */
final class PasswordRule {

  static final int SHORTEST = 12;
  static final int SHORTEST_WITH_SECOND_FACTOR = 8;
  static final int LONGEST = 128;

  private static final String LIST = "/passwords/common.txt";
  private static final Set<String> COMMON = read();

  private PasswordRule() {}

  /** Refuses what is too easily guessed for somebody without a second factor. */
  static void check(String password, String userName) {
    check(password, userName, false);
  }

  /** Refuses what is too easily guessed. */
  static void check(String password, String userName, boolean secondFactor) {
    int shortest = secondFactor ? SHORTEST_WITH_SECOND_FACTOR : SHORTEST;
    int length = password == null ? 0 : password.codePointCount(0, password.length());
    if (length < shortest) {
      throw new InvalidInput(FieldError.of("password", "passwordTooShort", shortest));
    }
    if (length > LONGEST) {
      throw new InvalidInput(FieldError.of("password", "tooLong", LONGEST));
    }
    String folded = password.toLowerCase(Locale.ROOT);
    String name = userName.toLowerCase(Locale.ROOT);
    if (isCommon(folded) || folded.replace(name, "").length() < SHORTEST_WITH_SECOND_FACTOR / 2) {
      throw new InvalidInput(FieldError.of("password", "passwordCommon"));
    }
  }

  /** Whether it is a common one, alone or again and again. */
  private static boolean isCommon(String password) {
    return COMMON.contains(password) || password.chars().distinct().count() < 4;
  }

  private static Set<String> read() {
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                PasswordRule.class.getResourceAsStream(LIST), StandardCharsets.UTF_8))) {
      return lines
          .lines()
          .filter(line -> !line.startsWith("# "))
          .collect(Collectors.toUnmodifiableSet());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
