package org.kartoteka.platform.api.i18n;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The texts of all bundles, those of stopped ones included. Patterns are ICU message formats with
 * numbered arguments: {@code {0, plural, one {# row} other {# rows}}}. Safe for several threads.
 */
@ProviderType
public interface Messages {

  /** The languages of the product. */
  List<Locale> LANGUAGES =
      List.of(Locale.ENGLISH, new Locale("pl"), new Locale("bg"), new Locale("ru"));

  /** The text in the given language, else in English, else the key in exclamation marks. */
  String text(Locale locale, String key, Object... arguments);

  /** The text in the given language, else in English, else empty. */
  Optional<String> find(Locale locale, String key, Object... arguments);

  /** The language of the product nearest to the wanted one; English when none is near. */
  static Locale nearest(Locale wanted) {
    return LANGUAGES.stream()
        .filter(language -> wanted != null && language.getLanguage().equals(wanted.getLanguage()))
        .findFirst()
        .orElse(Locale.ENGLISH);
  }
}
