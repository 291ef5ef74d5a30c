package org.kartoteka.sales.internal.data;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.kartoteka.platform.api.data.Sql;
import org.kartoteka.platform.api.data.UnitOfWork;
import org.kartoteka.platform.api.record.Id;

/** Inserts any number of rows by one statement: an array for each column. */
final class ManyRows<R> {

  private final String table;
  private final List<Column<R>> columns = new ArrayList<>();

  private record Column<R>(String name, String type, Function<R, Object> value) {}

  ManyRows(String table) {
    this.table = table;
  }

  /** A column with its SQL type and where its values come from. */
  ManyRows<R> column(String name, String type, Function<R, Object> value) {
    columns.add(new Column<>(name, type, value));
    return this;
  }

  void insert(UnitOfWork unitOfWork, List<? extends R> rows) {
    if (rows.isEmpty()) {
      return;
    }
    String names = columns.stream().map(Column::name).collect(Collectors.joining(", "));
    String arrays =
        columns.stream()
            .map(column -> "?::text[]::" + column.type() + "[]")
            .collect(Collectors.joining(", "));
    Object[] values =
        columns.stream().map(column -> texts(rows, column.value())).toArray(Object[]::new);
    Sql.of(
            unitOfWork,
            "insert into " + table + " (" + names + ") select * from unnest(" + arrays + ")",
            values)
        .update();
  }

  private static <R> List<String> texts(List<? extends R> rows, Function<R, Object> value) {
    List<String> texts = new ArrayList<>(rows.size());
    rows.forEach(row -> texts.add(text(value.apply(row))));
    return texts;
  }

  private static String text(Object value) {
    if (value == null) {
      return null;
    }
    if (value instanceof Id id) {
      return Long.toString(id.value());
    }
    return value instanceof BigDecimal number ? number.toPlainString() : value.toString();
  }
}
