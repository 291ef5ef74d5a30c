package org.kartoteka.core.internal.domain;

import java.util.ArrayList;
import java.util.List;
import org.kartoteka.platform.api.problem.FieldError;
import org.kartoteka.platform.api.problem.InvalidInput;

/** Gathers what is wrong with a request, so that people learn of all their errors at once. */
public final class Findings {

  private final List<FieldError> errors = new ArrayList<>();

  /** Notes an error. */
  public void add(String field, String code, Object... arguments) {
    errors.add(FieldError.of(field, code, arguments));
  }

  /** A text of one line without control characters and outer blanks; null when nothing is left. */
  public String line(String field, String value, int max) {
    return limited(field, CleanText.line(value), max);
  }

  /** A text that may have several lines; null when nothing is left. */
  public String text(String field, String value, int max) {
    return limited(field, CleanText.lines(value), max);
  }

  /** A text of one line that must not be missing. */
  public String requiredLine(String field, String value, int max) {
    String line = line(field, value, max);
    if (line == null) {
      add(field, "required");
    }
    return line;
  }

  /** A text that may have several lines and must not be missing. */
  public String requiredText(String field, String value, int max) {
    String text = text(field, value, max);
    if (text == null) {
      add(field, "required");
    }
    return text;
  }

  /** A number within bounds, or null. */
  public Integer range(String field, Integer value, int min, int max) {
    if (value != null && (value < min || value > max)) {
      add(field, "range", min, max);
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

  private String limited(String field, String value, int max) {
    if (value != null && value.codePointCount(0, value.length()) > max) {
      add(field, "tooLong", max);
    }
    return value;
  }
}
