package org.kartoteka.platform.api.record;

/** Takes out of texts what no record should hold: control characters and broken surrogates. */
public final class CleanText {

  private static final int REPLACEMENT = 0xFFFD;

  private CleanText() {}

  /** One line: control characters become blanks, outer blanks go; null when nothing is left. */
  public static String line(String value) {
    return clean(value, false);
  }

  /** Several lines: line ends are kept as line feeds, tabs are kept; null when nothing is left. */
  public static String lines(String value) {
    return clean(value == null ? null : value.replace("\r\n", "\n").replace('\r', '\n'), true);
  }

  private static String clean(String value, boolean severalLines) {
    if (value == null) {
      return null;
    }
    String cleaned = needsCleaning(value) ? rebuilt(value, severalLines) : value;
    cleaned = cleaned.strip();
    return cleaned.isEmpty() ? null : cleaned;
  }

  private static boolean needsCleaning(String value) {
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c < ' ' || c >= 0x7F && c <= 0x9F || isSeparator(c) || isLoneSurrogate(value, i)) {
        return true;
      }
    }
    return false;
  }

  private static String rebuilt(String value, boolean severalLines) {
    StringBuilder cleaned = new StringBuilder(value.length());
    value
        .codePoints()
        .forEach(
            c -> {
              if (isLoneSurrogate(c)) {
                cleaned.appendCodePoint(REPLACEMENT);
              } else if (severalLines && (c == '\n' || c == '\t')) {
                cleaned.append((char) c);
              } else if (c == 0) {
                return;
              } else if (Character.isISOControl(c) || isSeparator(c)) {
                cleaned.append(severalLines && isSeparator(c) ? '\n' : ' ');
              } else {
                cleaned.appendCodePoint(c);
              }
            });
    return cleaned.toString();
  }

  private static boolean isSeparator(int c) {
    return c == 0x2028 || c == 0x2029;
  }

  private static boolean isLoneSurrogate(String value, int i) {
    char c = value.charAt(i);
    if (!Character.isSurrogate(c)) {
      return false;
    }
    boolean paired =
        Character.isHighSurrogate(c)
            ? i + 1 < value.length() && Character.isLowSurrogate(value.charAt(i + 1))
            : i > 0 && Character.isHighSurrogate(value.charAt(i - 1));
    return !paired;
  }

  private static boolean isLoneSurrogate(int c) {
    return c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
  }
}
