package org.kartoteka.ui.api.component;

import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import org.kartoteka.platform.api.money.Money;

/** Numbers, dates and times as a person of a language and a time zone reads them. */
public final class LocalFormats {

  private final Locale locale;
  private final ZoneId zone;
  private final Clock clock;
  private final Translation translation;

  /** Finds the text of a key. */
  @FunctionalInterface
  public interface Translation {
    /** The text in the person's language. */
    String text(String key, Object... arguments);
  }

  public LocalFormats(Locale locale, ZoneId zone, Clock clock, Translation translation) {
    this.locale = locale;
    this.zone = zone;
    this.clock = clock;
    this.translation = translation;
  }

  /** The language. */
  public Locale locale() {
    return locale;
  }

  /** The person's time zone. */
  public ZoneId zone() {
    return zone;
  }

  /** Now. */
  public Instant now() {
    return clock.instant();
  }

  /** Today where the person is. */
  public LocalDate today() {
    return LocalDate.now(clock.withZone(zone));
  }

  /** A whole number with grouping. */
  public String number(long number) {
    return NumberFormat.getIntegerInstance(locale).format(number);
  }

  /** A number with all its decimals; empty for null. */
  public String number(BigDecimal number) {
    if (number == null) {
      return "";
    }
    NumberFormat format = NumberFormat.getNumberInstance(locale);
    format.setMaximumFractionDigits(Math.max(0, number.scale()));
    format.setMinimumFractionDigits(Math.max(0, number.scale()));
    return format.format(number);
  }

  /** An amount with its currency; empty for null. */
  public String money(Money money) {
    if (money == null) {
      return "";
    }
    NumberFormat format = NumberFormat.getNumberInstance(locale);
    int digits = Math.max(0, money.currency().getDefaultFractionDigits());
    format.setMinimumFractionDigits(digits);
    format.setMaximumFractionDigits(Math.max(digits, money.amount().scale()));
    return format.format(money.amount()) + "\u00a0" + money.currency().getCurrencyCode();
  }

  /** A phone number as one writes it for people abroad; as it is when it is no E.164. */
  public String phone(String number) {
    return PhoneText.international(number);
  }

  /** A date; empty for null. */
  public String date(LocalDate date) {
    return date == null
        ? ""
        : DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM).withLocale(locale).format(date);
  }

  /** Date and time of day; empty for null. */
  public String dateTime(Instant instant) {
    return instant == null
        ? ""
        : DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
            .withLocale(locale)
            .format(instant.atZone(zone));
  }

  /** The time of day; empty for null. */
  public String time(Instant instant) {
    return instant == null
        ? ""
        : DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT)
            .withLocale(locale)
            .format(instant.atZone(zone));
  }

  /** How long ago in a few words, the date when it is longer than a week; empty for null. */
  public String ago(Instant instant) {
    if (instant == null) {
      return "";
    }
    Duration age = Duration.between(instant, clock.instant());
    if (age.isNegative() && age.abs().toMinutes() > 1) {
      return dateTime(instant);
    }
    if (age.toMinutes() < 1) {
      return translation.text("ui.time.now");
    }
    if (age.toMinutes() < 60) {
      return translation.text("ui.time.minutes", age.toMinutes());
    }
    LocalDate day = instant.atZone(zone).toLocalDate();
    long days = ChronoUnit.DAYS.between(day, today());
    if (days == 0) {
      return translation.text("ui.time.today", time(instant));
    }
    if (days == 1) {
      return translation.text("ui.time.yesterday", time(instant));
    }
    return days < 7 ? translation.text("ui.time.days", days) : date(day);
  }
}
