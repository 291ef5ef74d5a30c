package org.kartoteka.platform.api.problem;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.kartoteka.platform.api.money.Money;
import org.kartoteka.platform.api.record.CleanText;

/**
 * Gathers what is wrong with a request, so that people learn of all their errors at once. Each
 * check answers the value in its normal form, or null where there is none. For one request on one
 * thread.
 */
public final class Findings {

  private static final LocalDate EARLIEST = LocalDate.of(1900, 1, 1);
  private static final LocalDate LATEST = LocalDate.of(2199, 12, 31);
  private static final int WHOLE_DIGITS = 12;
  private static final int DECIMALS = 6;

  private final List<FieldError> errors = new ArrayList<>();

  /** Notes an error. */
  public void add(String field, String code, Object... arguments) {
    errors.add(FieldError.of(field, code, arguments));
  }

  /** What was found so far. */
  public List<FieldError> errors() {
    return List.copyOf(errors);
  }

  /** Notes an error when a required value is missing. */
  public <T> T required(String field, T value) {
    if (value == null) {
      add(field, "required");
    }
    return value;
  }

  /** A text of one line without control characters and outer blanks; null when nothing is left. */
  public String line(String field, String value, int max) {
    return limited(field, CleanText.line(value), max);
  }

  /** A text of one line that must not be missing. */
  public String requiredLine(String field, String value, int max) {
    return required(field, line(field, value, max));
  }

  /** A text that may have several lines; null when nothing is left. */
  public String text(String field, String value, int max) {
    return limited(field, CleanText.lines(value), max);
  }

  /** A text that may have several lines and must not be missing. */
  public String requiredText(String field, String value, int max) {
    return required(field, text(field, value, max));
  }

  /** A day within the reach of calendars in use, or null. */
  public LocalDate day(String field, LocalDate value) {
    if (value != null && (value.isBefore(EARLIEST) || value.isAfter(LATEST))) {
      add(field, "year", EARLIEST.getYear(), LATEST.getYear());
    }
    return value;
  }

  /** A number within bounds, or null. */
  public Integer range(String field, Integer value, int min, int max) {
    if (value != null && (value < min || value > max)) {
      add(field, "range", min, max);
    }
    return value;
  }

  /** A percentage from 0 to 100 with two decimals at most, or null. */
  public BigDecimal percent(String field, BigDecimal value) {
    if (value == null) {
      return null;
    }
    if (value.signum() < 0 || value.compareTo(BigDecimal.valueOf(100)) > 0) {
      add(field, "range", 0, 100);
      return null;
    }
    BigDecimal plain = plain(value);
    if (plain.scale() > 2) {
      add(field, "decimals", 2);
    }
    return plain;
  }

  /** A price that is not negative; it keeps the decimals it was written with. */
  public Money price(String field, Money value) {
    if (required(field, value) == null) {
      return null;
    }
    amount(field + ".amount", value.amount());
    return value;
  }

  /** An amount that is not negative, of a size that is kept exactly, or null. */
  public BigDecimal amount(String field, BigDecimal value) {
    if (value == null) {
      return null;
    }
    if (value.signum() < 0) {
      add(field, "negative");
    } else if (value.precision() - value.scale() > WHOLE_DIGITS || value.scale() > DECIMALS) {
      add(field, "amount", WHOLE_DIGITS, DECIMALS);
    }
    return value;
  }

  /** The list, unless it is too long. */
  public <T> List<T> atMost(String field, List<T> list, int max) {
    if (list.size() > max) {
      add(field, "tooMany", max);
      return List.of();
    }
    return list;
  }

  /**
   * Ends the check.
   *
   * @throws InvalidInput when something was found
   */
  public void throwIfAny() {
    InvalidInput.throwIfAny(errors);
  }

  private static BigDecimal plain(BigDecimal value) {
    BigDecimal stripped = value.signum() == 0 ? BigDecimal.ZERO : value.stripTrailingZeros();
    return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
  }

  private String limited(String field, String value, int max) {
    if (value != null && value.codePointCount(0, value.length()) > max) {
      add(field, "tooLong", max);
    }
    return value;
  }
}
