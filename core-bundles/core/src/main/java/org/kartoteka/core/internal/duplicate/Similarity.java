package org.kartoteka.core.internal.duplicate;

/** How alike two words are. */
final class Similarity {

  private static final double PREFIX_WEIGHT = 0.1;
  private static final int PREFIX = 4;
  private static final double BONUS_FROM = 0.7;

  private Similarity() {}

  /** The similarity of Jaro and Winkler: 0 nothing in common, 1 the same. */
  static double of(String one, String other) {
    if (one.equals(other)) {
      return 1;
    }
    if (one.isEmpty() || other.isEmpty()) {
      return 0;
    }
    double jaro = jaro(one, other);
    if (jaro < BONUS_FROM) {
      return jaro;
    }
    int common = 0;
    int most = Math.min(PREFIX, Math.min(one.length(), other.length()));
    while (common < most && one.charAt(common) == other.charAt(common)) {
      common++;
    }
    return jaro + common * PREFIX_WEIGHT * (1 - jaro);
  }

  private static double jaro(String one, String other) {
    int window = Math.max(0, Math.max(one.length(), other.length()) / 2 - 1);
    boolean[] taken = new boolean[other.length()];
    char[] matched = new char[one.length()];
    int matches = 0;
    for (int i = 0; i < one.length(); i++) {
      int end = Math.min(other.length() - 1, i + window);
      for (int j = Math.max(0, i - window); j <= end; j++) {
        if (!taken[j] && one.charAt(i) == other.charAt(j)) {
          taken[j] = true;
          matched[matches++] = one.charAt(i);
          break;
        }
      }
    }
    if (matches == 0) {
      return 0;
    }
    int outOfPlace = 0;
    int next = 0;
    for (int j = 0; j < other.length(); j++) {
      if (taken[j] && matched[next++] != other.charAt(j)) {
        outOfPlace++;
      }
    }
    double m = matches;
    return (m / one.length() + m / other.length() + (m - outOfPlace / 2.0) / m) / 3;
  }

  /**
   * Whether one slip of the pen makes the one of the other: a sign more, less, other or swapped.
   */
  static boolean oneSlip(String one, String other) {
    if (one.equals(other)) {
      return true;
    }
    int start = 0;
    int most = Math.min(one.length(), other.length());
    while (start < most && one.charAt(start) == other.charAt(start)) {
      start++;
    }
    int end = 0;
    while (end < most - start
        && one.charAt(one.length() - 1 - end) == other.charAt(other.length() - 1 - end)) {
      end++;
    }
    int left = one.length() - start - end;
    int right = other.length() - start - end;
    return left <= 1 && right <= 1
        || left == 2
            && right == 2
            && one.charAt(start) == other.charAt(start + 1)
            && one.charAt(start + 1) == other.charAt(start);
  }
}
