package org.kartoteka.competitors.internal.domain;

/** Takes out of texts what no record should hold: control characters and broken surrogates. */
final class CleanText {

  private static final int REPLACEMENT = 0xFFFD;

  private CleanText() {}

  /** One line: control characters become blanks, outer blanks go; null when nothing is left. */
  static String line(String value) {
    return clean(value, false);
  }

  /** Several lines: line ends are kept as line feeds, tabs are kept; null when nothing is left. */
  static String lines(String value) {
    return clean(value == null ? null : value.replace("\r\n", "\n").replace('\r', '\n'), true);
  }

  private static String clean(String value, boolean severalLines) {
    if (value == null) {
      return null;
    }
    StringBuilder cleaned = new StringBuilder(value.length());
    value
        .codePoints()
        .filter(c -> c != 0)
        .map(c -> clean(c, severalLines))
        .forEach(cleaned::appendCodePoint);
    String text = cleaned.toString().strip();
    return text.isEmpty() ? null : text;
  }

  private static int clean(int c, boolean severalLines) {
    if (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE) {
      return REPLACEMENT;
    }
    boolean lineEnd = c == '\n' || c == 0x2028 || c == 0x2029;
    if (severalLines && lineEnd) {
      return '\n';
    }
    boolean kept = severalLines && c == '\t';
    return (lineEnd || Character.isISOControl(c)) && !kept ? ' ' : c;
  }
}
