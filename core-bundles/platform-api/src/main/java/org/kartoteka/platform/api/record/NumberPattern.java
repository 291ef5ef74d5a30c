package org.kartoteka.platform.api.record;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The pattern of a number series: a text with one counter, <code>{n}</code> with as many digits at
 * least as there are letters, and with <code>{yyyy}</code>, <code>{yy}</code>, <code>{mm}</code> of
 * the day. It counts anew whenever the rest of the number is another.
 */
public final class NumberPattern {

  private static final Pattern PART = Pattern.compile("\\{([a-z]+)}");
  private static final Pattern COUNTER = Pattern.compile("\\{(n{1,12})}");
  private static final Set<String> DAY_PARTS = Set.of("yyyy", "yy", "mm");

  private final String pattern;

  public NumberPattern(String pattern) {
    this.pattern = pattern;
  }

  /** Whether it has one counter, and braces around nothing else than what is known. */
  public boolean isValid() {
    Matcher parts = PART.matcher(pattern);
    int counters = 0;
    while (parts.find()) {
      if (COUNTER.matcher(parts.group()).matches()) {
        counters++;
      } else if (!DAY_PARTS.contains(parts.group(1))) {
        return false;
      }
    }
    String rest = PART.matcher(pattern).replaceAll("");
    return counters == 1 && rest.indexOf('{') < 0 && rest.indexOf('}') < 0;
  }

  /** Within what is counted on the day: everything of the number but the counter. */
  public String period(LocalDate day) {
    return pattern
        .replace("{yyyy}", String.format(Locale.ROOT, "%04d", day.getYear()))
        .replace("{yy}", String.format(Locale.ROOT, "%02d", day.getYear() % 100))
        .replace("{mm}", String.format(Locale.ROOT, "%02d", day.getMonthValue()));
  }

  /** The number with the counter; it may grow longer than the pattern shows. */
  public String number(LocalDate day, long counter) {
    Matcher place = COUNTER.matcher(period(day));
    return place.replaceFirst(
        found -> String.format(Locale.ROOT, "%0" + found.group(1).length() + "d", counter));
  }
}
