package org.kartoteka.sales.internal.domain;

import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How the numbers of a series are written. */
public final class NumberPattern {

  private static final Pattern NUMBER = Pattern.compile("\\{n([1-9]?)}");
  private static final Pattern VALID =
      Pattern.compile("[^{}]*(\\{(yyyy|MM)}[^{}]*)*\\{n[1-9]?}[^{}]*(\\{(yyyy|MM)}[^{}]*)*");
  private static final int LONGEST = 60;

  private final String pattern;

  public NumberPattern(String pattern) {
    this.pattern = pattern;
  }

  /** Whether numbers can be written so: with the number once, and the year where a month stands. */
  public static boolean isValid(String pattern) {
    return pattern.length() <= LONGEST
        && VALID.matcher(pattern).matches()
        && (!pattern.contains("{MM}") || pattern.contains("{yyyy}"));
  }

  /** Numbers of days with the same span are counted together. */
  public String span(LocalDate day) {
    String year = pattern.contains("{yyyy}") ? Integer.toString(day.getYear()) : "";
    return pattern.contains("{MM}") ? year + "-" + month(day) : year;
  }

  /** The number as it is written. */
  public String number(long number, LocalDate day) {
    String dated =
        pattern.replace("{yyyy}", Integer.toString(day.getYear())).replace("{MM}", month(day));
    Matcher place = NUMBER.matcher(dated);
    place.find();
    String digits = place.group(1).isEmpty() ? "1" : place.group(1);
    return place.replaceFirst(String.format("%0" + digits + "d", number));
  }

  private static String month(LocalDate day) {
    return String.format("%02d", day.getMonthValue());
  }
}
