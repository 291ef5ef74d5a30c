package org.kartoteka.core.internal.exchange;

/** Text within a property of our own: several lines on one. */
final class CardText {

  private CardText() {}

  static String written(String text) {
    return text.replace("\\", "\\\\").replace("\n", "\\n").replace("\r", "");
  }

  static String plain(String written) {
    StringBuilder text = new StringBuilder(written.length());
    for (int i = 0; i < written.length(); i++) {
      char c = written.charAt(i);
      if (c == '\\' && i + 1 < written.length()) {
        char next = written.charAt(++i);
        text.append(next == 'n' ? '\n' : next);
      } else {
        text.append(c);
      }
    }
    return text.toString();
  }
}
