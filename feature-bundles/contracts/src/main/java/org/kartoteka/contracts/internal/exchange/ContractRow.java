package org.kartoteka.contracts.internal.exchange;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.kartoteka.contracts.ContractTypeView;
import org.kartoteka.contracts.LineData;
import org.kartoteka.core.api.party.PartyId;
import org.kartoteka.core.api.party.PartyLookup;
import org.kartoteka.platform.api.exchange.CellText;
import org.kartoteka.platform.api.problem.FieldError;
import org.kartoteka.platform.api.problem.InvalidInput;

/** A row of an import, and what is wrong with it. */
final class ContractRow {

  private final Map<String, String> cells;
  private final List<FieldError> errors = new ArrayList<>();

  ContractRow(Map<String, String> cells) {
    this.cells = cells;
  }

  List<FieldError> errors() {
    return List.copyOf(errors);
  }

  String text(String field) {
    return cells.get(field);
  }

  PartyId party(PartyLookup lookup) {
    if (text("party") == null) {
      errors.add(FieldError.of("party", "required"));
      return null;
    }
    try {
      return lookup.find("party", text("party"));
    } catch (InvalidInput unknown) {
      errors.addAll(unknown.errors());
      return null;
    }
  }

  LocalDate day(String field) {
    return read(field, "date", CellText::day);
  }

  BigDecimal amount(String field) {
    return read(field, "price", CellText::amount);
  }

  Integer number(String field, Integer usual) {
    return text(field) == null
        ? usual
        : read(
            field,
            "number",
            text ->
                text.strip().matches("\\d{1,4}")
                    ? Optional.of(Integer.valueOf(text.strip()))
                    : Optional.empty());
  }

  /** What a cell names; null for a blank cell. */
  <T> T named(String field, String code, Function<String, Optional<T>> finder) {
    if (text(field) == null) {
      return null;
    }
    Optional<T> found = finder.apply(text(field));
    if (found.isEmpty()) {
      errors.add(FieldError.of(field, code, text(field)));
    }
    return found.orElse(null);
  }

  /** What a cell names that must not be blank. */
  <T> T required(String field, String code, Function<String, Optional<T>> finder) {
    if (text(field) == null) {
      errors.add(FieldError.of(field, "required"));
      return null;
    }
    return named(field, code, finder);
  }

  /** The one line of the contract, invoiced as is usual for the type. */
  LineData line(ContractTypeView type) {
    String product = text("product");
    String name = text("line") == null ? product : text("line");
    BigDecimal quantity = amount("quantity");
    return new LineData(
        null,
        product,
        name == null ? type == null ? null : type.name() : name,
        quantity == null ? BigDecimal.ONE : quantity,
        null,
        required("price", "price", CellText::amount),
        amount("cost"),
        null,
        number("everyMonths", type == null ? null : type.billing()),
        type == null ? null : type.due(),
        null,
        null,
        null);
  }

  private <T> T read(String field, String code, Function<String, Optional<T>> reading) {
    return named(field, code, reading);
  }
}
