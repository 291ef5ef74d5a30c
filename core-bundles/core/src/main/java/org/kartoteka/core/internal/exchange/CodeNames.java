package org.kartoteka.core.internal.exchange;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.kartoteka.core.internal.domain.SearchKey;
import org.kartoteka.platform.api.i18n.Messages;

/** Countries and languages by what people call them in the languages of the product. */
final class CodeNames {

  private static final Map<String, String> COUNTRIES = countries();
  private static final Map<String, String> LANGUAGES = languages();

  private CodeNames() {}

  /** The country's code; the text itself when nothing is called so. */
  static String country(String text) {
    return text == null ? null : COUNTRIES.getOrDefault(SearchKey.fold(text), text);
  }

  /** The language's code; the text itself when nothing is called so. */
  static String language(String text) {
    return text == null ? null : LANGUAGES.getOrDefault(SearchKey.fold(text), text);
  }

  private static Map<String, String> countries() {
    Map<String, String> names = new HashMap<>();
    for (String code : Locale.getISOCountries()) {
      Locale country = new Locale("", code);
      for (Locale language : Messages.LANGUAGES) {
        names.put(SearchKey.fold(country.getDisplayCountry(language)), code);
      }
      names.putIfAbsent(SearchKey.fold(country.getISO3Country()), code);
    }
    names.put(SearchKey.fold("USA"), "US");
    names.put(SearchKey.fold("UK"), "GB");
    names.put(SearchKey.fold("РФ"), "RU");
    return Map.copyOf(names);
  }

  private static Map<String, String> languages() {
    Map<String, String> names = new HashMap<>();
    for (String code : Locale.getISOLanguages()) {
      Locale named = new Locale(code);
      for (Locale language : Messages.LANGUAGES) {
        names.putIfAbsent(SearchKey.fold(named.getDisplayLanguage(language)), code);
      }
    }
    return Map.copyOf(names);
  }
}
