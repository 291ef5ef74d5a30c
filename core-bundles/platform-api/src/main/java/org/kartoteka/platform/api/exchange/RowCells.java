package org.kartoteka.platform.api.exchange;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.kartoteka.platform.api.problem.FieldError;
import org.kartoteka.platform.api.problem.InvalidInput;

/**
 * Reads the cells of a row, for importers, and gathers what is wrong with them. A blank cell is
 * null. For one row on one thread.
 */
public final class RowCells {

  private final Map<String, String> row;
  private final List<FieldError> errors = new ArrayList<>();

  public RowCells(Map<String, String> row) {
    this.row = row;
  }

  public String text(String field) {
    return row.get(field);
  }

  /** The text of a cell that must not be blank. */
  public String required(String field) {
    if (row.get(field) == null) {
      errors.add(FieldError.of(field, "required"));
    }
    return row.get(field);
  }

  public LocalDate day(String field) {
    return named(field, "date", CellText::day);
  }

  /** An amount that is not negative. */
  public BigDecimal amount(String field) {
    return named(field, "numeric", CellText::amount);
  }

  /** A number, which may be negative. */
  public BigDecimal number(String field) {
    return named(
        field,
        "numeric",
        text ->
            text.strip().startsWith("-")
                ? CellText.amount(text.strip().substring(1)).map(BigDecimal::negate)
                : CellText.amount(text));
  }

  public Currency currency(String field) {
    return named(field, "unknownCurrency", CellText::currency);
  }

  /** One of some words, in capitals or not. */
  public <E extends Enum<E>> E word(String field, Class<E> words) {
    String wanted = row.get(field) == null ? null : row.get(field).strip();
    for (E word : words.getEnumConstants()) {
      if (word.name().equalsIgnoreCase(wanted)) {
        return word;
      }
    }
    if (wanted != null) {
      error(
          field,
          "choice",
          Stream.of(words.getEnumConstants()).map(Enum::name).collect(Collectors.joining(", ")));
    }
    return null;
  }

  /** What a cell names, looked up; the error has the code and the text of the cell. */
  public <T> T named(String field, String code, Function<String, Optional<T>> finder) {
    String text = row.get(field);
    Optional<T> found = text == null ? Optional.empty() : finder.apply(text);
    if (text != null && found.isEmpty()) {
      error(field, code, text);
    }
    return found.orElse(null);
  }

  /** What a cell names, by a lookup that says itself why it found nothing. */
  public <T> T found(String field, Function<String, T> lookup) {
    if (row.get(field) == null) {
      return null;
    }
    try {
      return lookup.apply(row.get(field));
    } catch (InvalidInput unknown) {
      errors.addAll(unknown.errors());
      return null;
    }
  }

  /** Notes an error. */
  public void error(String field, String code, Object... arguments) {
    errors.add(FieldError.of(field, code, arguments));
  }

  /** What was found so far. */
  public List<FieldError> errors() {
    return List.copyOf(errors);
  }
}
