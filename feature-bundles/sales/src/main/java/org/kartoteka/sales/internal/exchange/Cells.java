package org.kartoteka.sales.internal.exchange;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.kartoteka.core.api.party.PartyId;
import org.kartoteka.core.api.party.PartyLookup;
import org.kartoteka.platform.api.exchange.CellText;
import org.kartoteka.platform.api.problem.FieldError;
import org.kartoteka.platform.api.problem.InvalidInput;

/** Reads the cells of a row and gathers what is wrong with them. */
final class Cells {

  private final Map<String, String> row;
  private final List<FieldError> errors = new ArrayList<>();

  Cells(Map<String, String> row) {
    this.row = row;
  }

  String text(String field) {
    return row.get(field);
  }

  String required(String field) {
    if (row.get(field) == null) {
      errors.add(FieldError.of(field, "required"));
    }
    return row.get(field);
  }

  LocalDate day(String field) {
    return read(field, "date", CellText::day);
  }

  /** A number, which may be negative. */
  BigDecimal number(String field) {
    return read(
        field,
        "numeric",
        text ->
            text.strip().startsWith("-")
                ? CellText.amount(text.strip().substring(1)).map(BigDecimal::negate)
                : CellText.amount(text));
  }

  Currency currency(String field) {
    return read(field, "unknownCurrency", CellText::currency);
  }

  PartyId party(String field, PartyLookup finder) {
    if (row.get(field) == null) {
      return null;
    }
    try {
      return finder.find(field, row.get(field));
    } catch (InvalidInput unknown) {
      errors.addAll(unknown.errors());
      return null;
    }
  }

  void error(String field, String code, Object... arguments) {
    errors.add(FieldError.of(field, code, arguments));
  }

  List<FieldError> errors() {
    return errors;
  }

  private <T> T read(String field, String code, Function<String, Optional<T>> reading) {
    String text = row.get(field);
    Optional<T> value = text == null ? Optional.empty() : reading.apply(text);
    if (text != null && value.isEmpty()) {
      errors.add(FieldError.of(field, code, text));
    }
    return value.orElse(null);
  }
}
