package org.kartoteka.ui.internal.custom;

import com.ibm.icu.text.Transliterator;
import java.util.Locale;

/** A name for programs, made of words for people in whatever script they are written. */
final class ProgramName {

  private static final int LONGEST = 50;
  private static final Transliterator LATIN = Transliterator.getInstance("Any-Latin; Latin-ASCII");

  private ProgramName() {}

  /** Small Latin letters, digits and underscores; empty when the words have none. */
  static String of(String words) {
    String plain =
        LATIN
            .transliterate(words)
            .toLowerCase(Locale.ROOT)
            .replaceAll("['\"]", "")
            .replaceAll("[^a-z0-9]+", "_")
            .replaceAll("^_+|_+$", "");
    return plain.substring(0, Math.min(plain.length(), LONGEST));
  }
}
