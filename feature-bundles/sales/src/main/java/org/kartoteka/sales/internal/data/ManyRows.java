package org.kartoteka.sales.internal.data;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
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
    if (!rows.isEmpty()) {
      Sql.of(
              unitOfWork,
              "insert into " + table + " (" + names() + ") select * from unnest(" + arrays() + ")",
              values(rows).toArray())
          .update();
    }
  }

  /** Inserts all the rows for each of the owners. */
  void insertForEach(
      UnitOfWork unitOfWork, String owner, Collection<Long> owners, List<? extends R> rows) {
    if (!rows.isEmpty() && !owners.isEmpty()) {
      List<Object> values = new ArrayList<>();
      values.add(owners);
      values.addAll(values(rows));
      Sql.of(
              unitOfWork,
              "insert into %s (%s, %s) select o.id, r.* from unnest(?::bigint[]) o (id),"
                      .formatted(table, owner, names())
                  + " unnest(%s) r".formatted(arrays()),
              values.toArray())
          .update();
    }
  }

  private String names() {
    return columns.stream().map(Column::name).collect(Collectors.joining(", "));
  }

  private String arrays() {
    return columns.stream()
        .map(column -> "?::text[]::" + column.type() + "[]")
        .collect(Collectors.joining(", "));
  }

  private List<Object> values(List<? extends R> rows) {
    List<Object> values = new ArrayList<>();
    columns.forEach(column -> values.add(texts(rows, column.value())));
    return values;
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
