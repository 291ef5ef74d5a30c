package org.kartoteka.platform.api.privacy;

import java.util.Collection;
import java.util.Comparator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Regular expressions that find names, e-mails and numbers as people write them: whatever stands
 * between two words or digits. PostgreSQL and Java understand them; both have to be told to
 * overlook case.
 */
public final class TracePattern {

  private static final Pattern NUMBER = Pattern.compile("\\+?[\\d ()/.-]{7,}");
  private static final Pattern SPECIAL = Pattern.compile("[^\\p{L}\\p{N}\\s\"]");

  /** Without what differs at home and abroad. */
  private static final int DIGITS = 8;

  private static final String BETWEEN_DIGITS = "[^0-9A-Za-z]{0,3}";

  private TracePattern() {}

  /** Finds any of the texts; the longest first. */
  public static String of(Collection<String> texts) {
    return texts.stream()
        .sorted(Comparator.comparing(String::length).reversed())
        .map(TracePattern::of)
        .collect(Collectors.joining("|"));
  }

  private static String of(String text) {
    String digits = text.replaceAll("\\D", "");
    if (NUMBER.matcher(text).matches() && digits.length() >= DIGITS) {
      return digits
          .substring(digits.length() - DIGITS)
          .chars()
          .mapToObj(Character::toString)
          .collect(Collectors.joining(BETWEEN_DIGITS));
    }
    return SPECIAL
        .matcher(text.strip())
        .replaceAll("\\\\$0")
        .replaceAll("\\s+", "\\\\s+")
        .replace("\"", "\\\\*\"");
  }
}
