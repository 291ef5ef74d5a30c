package org.kartoteka.print.internal;

import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import org.kartoteka.platform.api.money.Money;

/** Writes values as a language does. */
final class Wording {

  private final Locale locale;

  Wording(Locale locale) {
    this.locale = locale;
  }

  /** The value in words; empty for none. */
  String of(Object value) {
    if (value == null) {
      return "";
    }
    if (value instanceof BigDecimal number) {
      return number(number);
    }
    if (value instanceof Money money) {
      return number(money.amount()) + " " + money.currency().getCurrencyCode();
    }
    if (value instanceof Number number) {
      return NumberFormat.getIntegerInstance(locale).format(number.longValue());
    }
    if (value instanceof LocalDate day) {
      return DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM).withLocale(locale).format(day);
    }
    return value.toString();
  }

  private String number(BigDecimal number) {
    NumberFormat format = NumberFormat.getNumberInstance(locale);
    format.setMinimumFractionDigits(Math.max(0, number.scale()));
    format.setMaximumFractionDigits(Math.max(0, number.scale()));
    return format.format(number);
  }
}
