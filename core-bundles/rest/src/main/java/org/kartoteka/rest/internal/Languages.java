package org.kartoteka.rest.internal;

import java.util.Locale;
import java.util.Optional;
import org.kartoteka.platform.api.i18n.Messages;

/** Which of the product's languages a caller wants. */
final class Languages {

  private Languages() {}

  /** The first language of the product in the header; empty when there is none. */
  static Optional<Locale> wanted(String acceptLanguage) {
    if (acceptLanguage == null || acceptLanguage.isBlank()) {
      return Optional.empty();
    }
    try {
      return Locale.LanguageRange.parse(acceptLanguage).stream()
          .filter(range -> range.getWeight() > 0)
          .map(range -> new Locale(range.getRange().split("-")[0]))
          .flatMap(
              wanted ->
                  Messages.LANGUAGES.stream()
                      .filter(ours -> ours.getLanguage().equals(wanted.getLanguage())))
          .findFirst();
    } catch (IllegalArgumentException malformed) {
      return Optional.empty();
    }
  }
}
