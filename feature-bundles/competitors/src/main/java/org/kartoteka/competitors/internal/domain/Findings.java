package org.kartoteka.competitors.internal.domain;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.kartoteka.platform.api.money.Money;
import org.kartoteka.platform.api.problem.FieldError;
import org.kartoteka.platform.api.problem.InvalidInput;

/** Gathers what is wrong with a request, so that people learn of all their errors at once. */
public final class Findings {

  static final int LINE = 300;
  static final int TEXT = 10_000;

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

  /** A text of one line; null when nothing is left. */
  public String line(String field, String value, int max) {
    return limited(field, CleanText.line(value), max);
  }

  /** A text of one line that must not be missing. */
  public String requiredLine(String field, String value, int max) {
    return required(field, line(field, value, max));
  }

  /** A text that may have several lines; null when nothing is left. */
  public String text(String field, String value) {
    return limited(field, CleanText.lines(value), TEXT);
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

  /** A percentage with two decimals at most, or null. */
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
    BigDecimal amount = value.amount();
    if (amount.signum() < 0) {
      add(field + ".amount", "negative");
    } else if (amount.precision() - amount.scale() > WHOLE_DIGITS || amount.scale() > DECIMALS) {
      add(field + ".amount", "amount", WHOLE_DIGITS, DECIMALS);
    }
    return value;
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
