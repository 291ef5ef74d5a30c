package org.kartoteka.platform.api.exchange;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Currency;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads days, amounts and currencies as people write them in tables, for importers. */
public final class CellText {

  private static final Pattern ISO = Pattern.compile("(\\d{4})[-./](\\d{1,2})[-./](\\d{1,2}).*");
  private static final Pattern DAY_FIRST =
      Pattern.compile("(\\d{1,2})[-./](\\d{1,2})[-./](\\d{4})(?:\\D.*)?");
  private static final Pattern AMOUNT =
      Pattern.compile("(?:\\d{1,15}(?:\\.\\d{1,6})?|\\.\\d{1,6})");
  private static final Map<String, String> SIGNS =
      Map.of(
          "ZŁ", "PLN", "ZŁ.", "PLN", "€", "EUR", "$", "USD", "£", "GBP", "ЛВ", "BGN", "ЛВ.", "BGN",
          "₽", "RUB", "РУБ.", "RUB");

  private CellText() {}

  /** The day; empty when it is none. Days come before months. */
  public static Optional<LocalDate> day(String text) {
    try {
      Matcher iso = ISO.matcher(text.strip());
      if (iso.matches()) {
        return Optional.of(LocalDate.of(number(iso, 1), number(iso, 2), number(iso, 3)));
      }
      Matcher dayFirst = DAY_FIRST.matcher(text.strip());
      if (dayFirst.matches()) {
        return Optional.of(
            LocalDate.of(number(dayFirst, 3), number(dayFirst, 2), number(dayFirst, 1)));
      }
    } catch (DateTimeException noSuchDay) {
      return Optional.empty();
    }
    return Optional.empty();
  }

  /** The amount; empty when it is none. The last comma or point is that of the decimals. */
  public static Optional<BigDecimal> amount(String text) {
    String plain = text.replaceAll("[\\s\\p{Z}'’]", "");
    int comma = plain.lastIndexOf(',');
    int point = plain.lastIndexOf('.');
    if (comma >= 0 && point >= 0) {
      plain = comma > point ? plain.replace(".", "").replace(',', '.') : plain.replace(",", "");
    } else if (comma >= 0) {
      plain = plain.replace(',', '.');
    }
    return AMOUNT.matcher(plain).matches() ? Optional.of(new BigDecimal(plain)) : Optional.empty();
  }

  /** The currency, by its code or its sign; empty when there is none such. */
  public static Optional<Currency> currency(String text) {
    String code = text.strip().toUpperCase(Locale.ROOT);
    try {
      return Optional.of(Currency.getInstance(SIGNS.getOrDefault(code, code)));
    } catch (IllegalArgumentException unknown) {
      return Optional.empty();
    }
  }

  private static int number(Matcher matcher, int group) {
    return Integer.parseInt(matcher.group(group));
  }
}
