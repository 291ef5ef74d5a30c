package org.kartoteka.contracts.internal.exchange;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.kartoteka.contracts.ContractTypeView;
import org.kartoteka.contracts.LineData;
import org.kartoteka.core.api.party.PartyId;
import org.kartoteka.core.api.party.PartyLookup;
import org.kartoteka.core.api.trade.Billing;
import org.kartoteka.platform.api.exchange.CellText;
import org.kartoteka.platform.api.i18n.Messages;
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

  /** The lines of the contract; the first one is invoiced as is usual for the type. */
  List<LineData> lines(ContractTypeView type, Messages messages) {
    List<LineData> lines = new ArrayList<>();
    lines.add(line(type, messages));
    List<LineData> others = named("otherLines", "contractLines", ContractRow::unpacked);
    if (others != null) {
      lines.addAll(others);
    }
    return lines;
  }

  private static Optional<List<LineData>> unpacked(String cell) {
    try {
      return Optional.of(PackedLines.unpack(cell));
    } catch (IllegalArgumentException wrong) {
      return Optional.empty();
    }
  }

  /** When it is invoiced, by its code or as any of the languages says it. */
  private static Optional<Billing.Due> due(String text, Messages messages) {
    String wanted = text.strip();
    return Stream.of(Billing.Due.values())
        .filter(
            due ->
                due.name().equalsIgnoreCase(wanted)
                    || Messages.LANGUAGES.stream()
                        .map(language -> messages.find(language, "contracts.due." + due))
                        .flatMap(Optional::stream)
                        .anyMatch(wanted::equalsIgnoreCase))
        .findFirst();
  }

  private LineData line(ContractTypeView type, Messages messages) {
    String product = text("product");
    String name = text("line") == null ? product : text("line");
    BigDecimal quantity = amount("quantity");
    return new LineData(
        null,
        product,
        name == null ? type == null ? null : type.name() : name,
        quantity == null ? BigDecimal.ONE : quantity,
        text("unit"),
        required("price", "price", CellText::amount),
        amount("cost"),
        text("taxCode"),
        number("everyMonths", type == null ? null : type.billing()),
        text("due") == null
            ? type == null ? null : type.due()
            : named("due", "contractDue", text -> due(text, messages)),
        day("alignedTo"),
        day("lineFrom"),
        day("lineUntil"));
  }

  private <T> T read(String field, String code, Function<String, Optional<T>> reading) {
    return named(field, code, reading);
  }
}
