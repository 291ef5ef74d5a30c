package org.kartoteka.core.internal.domain;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.kartoteka.core.api.custom.CustomFieldOption;
import org.kartoteka.core.api.custom.CustomFieldView;
import org.kartoteka.platform.api.problem.Findings;

/** Brings values of custom fields, as people and programs write them, into their one form. */
public final class CustomValue {

  private static final int TEXT = 10_000;
  private static final int WHOLE_DIGITS = 18;
  private static final int DECIMALS = 6;
  private static final Set<String> YES = Set.of("true", "yes", "y", "1", "tak", "t", "da");
  private static final Set<String> NO = Set.of("false", "no", "n", "0", "nie", "ne", "net");
  private static final List<DateTimeFormatter> DATES =
      Stream.of("uuuu-M-d", "d.M.uuuu", "d/M/uuuu", "d-M-uuuu", "uuuu/M/d", "uuuu.M.d")
          .map(form -> DateTimeFormatter.ofPattern(form).withResolverStyle(ResolverStyle.STRICT))
          .toList();

  private CustomValue() {}

  /** The value in its form; null when it is none; what is wrong with it is noted. */
  public static Object normal(CustomFieldView field, Object given, Findings findings) {
    if (given == null || given.toString().isBlank()) {
      return null;
    }
    String path = field.path();
    if (given instanceof Iterable<?> || given instanceof java.util.Map<?, ?>) {
      findings.add(path, "customSingle");
      return null;
    }
    return switch (field.type()) {
      case TEXT -> findings.text(path, given.toString(), TEXT);
      case NUMBER -> number(path, given, findings);
      case DATE -> date(path, given.toString(), findings);
      case CHOICE -> choice(field, given.toString(), findings);
      case YES_NO -> truth(path, given, findings);
      case LINK -> link(path, given.toString(), findings);
    };
  }

  private static Object number(String path, Object given, Findings findings) {
    try {
      BigDecimal number =
          given instanceof BigDecimal exact ? exact : new BigDecimal(plain(given.toString()));
      if (number.signum() == 0) {
        return "0";
      }
      BigDecimal shortest = number.stripTrailingZeros();
      long wholeDigits = (long) shortest.precision() - shortest.scale();
      if (shortest.scale() > DECIMALS || wholeDigits > WHOLE_DIGITS) {
        findings.add(path, "customNumberRange", WHOLE_DIGITS, DECIMALS);
        return null;
      }
      return shortest.toPlainString();
    } catch (NumberFormatException noNumber) {
      findings.add(path, "customNumber");
      return null;
    }
  }

  /** The number without marks between thousands and with a point before decimals. */
  private static String plain(String text) {
    String compact = text.replaceAll("[\\s\\u00A0\\u202F']", "").replace('\u2212', '-');
    int comma = compact.lastIndexOf(',');
    int point = compact.lastIndexOf('.');
    if (comma > point) {
      compact = compact.replace(".", "");
      return compact.indexOf(',') == compact.lastIndexOf(',')
          ? compact.replace(',', '.')
          : compact.replace(",", "");
    }
    compact = compact.replace(",", "");
    return compact.indexOf('.') == compact.lastIndexOf('.') ? compact : compact.replace(".", "");
  }

  private static Object date(String path, String given, Findings findings) {
    for (DateTimeFormatter format : DATES) {
      try {
        LocalDate date = LocalDate.parse(given.strip(), format);
        if (date.getYear() >= 1000 && date.getYear() <= 9999) {
          return date.toString();
        }
      } catch (DateTimeException otherForm) {
        continue;
      }
    }
    findings.add(path, "date");
    return null;
  }

  private static Object choice(CustomFieldView field, String given, Findings findings) {
    String wanted = given.strip();
    String folded = SearchKey.fold(wanted);
    String found = null;
    for (CustomFieldOption option : field.options()) {
      if (option.code().equals(wanted)) {
        return wanted;
      }
      boolean same =
          option.code().equalsIgnoreCase(wanted)
              || option.labels().values().stream()
                  .anyMatch(label -> SearchKey.fold(label).equals(folded));
      if (same && found == null) {
        found = option.code();
      }
    }
    if (found == null) {
      findings.add(field.path(), "customChoice", shortened(wanted));
    }
    return found;
  }

  private static Object truth(String path, Object given, Findings findings) {
    if (given instanceof Boolean) {
      return given;
    }
    String word = SearchKey.fold(given.toString());
    if (YES.contains(word)) {
      return true;
    }
    if (NO.contains(word)) {
      return false;
    }
    findings.add(path, "customYesNo");
    return null;
  }

  private static Object link(String path, String given, Findings findings) {
    String link = findings.line(path, given, 2000);
    if (link != null && !NetAddress.isWeb(link)) {
      findings.add(path, "web");
      return null;
    }
    return link;
  }

  private static String shortened(String text) {
    return text.length() <= 40 ? text : text.substring(0, 40) + "…";
  }
}
