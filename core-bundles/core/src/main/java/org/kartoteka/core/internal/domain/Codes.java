package org.kartoteka.core.internal.domain;

import java.util.Currency;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.kartoteka.platform.api.problem.Findings;

/** Countries, currencies and languages by their international codes. */
public final class Codes {

  private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());
  private static final Set<String> LANGUAGES = Set.of(Locale.getISOLanguages());
  private static final Set<String> CURRENCIES =
      Currency.getAvailableCurrencies().stream()
          .map(Currency::getCurrencyCode)
          .collect(Collectors.toUnmodifiableSet());

  private Codes() {}

  /** The country's code (ISO 3166-1 alpha-2) in capitals; unknown ones are noted. */
  public static String country(String field, String value, Findings findings) {
    String code = value == null ? null : value.toUpperCase(Locale.ROOT);
    if (code != null && !COUNTRIES.contains(code) && !code.equals("XK")) {
      findings.add(field, "unknownCountry", shortened(value));
    }
    return code;
  }

  /** The currency's code (ISO 4217) in capitals; unknown ones are noted. */
  public static String currency(String field, String value, Findings findings) {
    String code = value == null ? null : value.toUpperCase(Locale.ROOT);
    if (code != null && !CURRENCIES.contains(code)) {
      findings.add(field, "unknownCurrency", shortened(value));
    }
    return code;
  }

  /** The language's code (ISO 639-1) in small letters; unknown ones are noted. */
  public static String language(String field, String value, Findings findings) {
    String code = value == null ? null : value.toLowerCase(Locale.ROOT);
    if (code != null && !LANGUAGES.contains(code)) {
      findings.add(field, "unknownLanguageCode", shortened(value));
    }
    return code;
  }

  private static String shortened(String value) {
    return value.length() <= 20 ? value : value.substring(0, 20) + "…";
  }
}
