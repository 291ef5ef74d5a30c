package org.kartoteka.security.internal;

/** Names as people mean them. */
final class CleanName {

  private CleanName() {}

  /** Without control characters and blanks around it; null when nothing is left. */
  static String of(String text) {
    String cleaned = text == null ? "" : text.replaceAll("\\p{Cntrl}", "").strip();
    return cleaned.isEmpty() ? null : cleaned;
  }
}
