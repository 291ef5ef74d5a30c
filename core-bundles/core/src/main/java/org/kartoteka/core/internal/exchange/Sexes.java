package org.kartoteka.core.internal.exchange;

import java.util.Locale;

/** The sexes by what people write for them in the languages of the product. */
final class Sexes {

  private Sexes() {}

  /** F or M; the text itself when it means neither. */
  static String code(String text) {
    if (text == null) {
      return null;
    }
    return switch (text.strip().toLowerCase(Locale.ROOT)) {
      case "f", "female", "woman", "k", "kobieta", "ж", "жена", "женский", "жен" -> "F";
      case "m", "male", "man", "mężczyzna", "м", "мъж", "мужской", "муж" -> "M";
      default -> text;
    };
  }
}
