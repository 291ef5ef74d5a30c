package org.kartoteka.commissions.internal.data;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.kartoteka.platform.api.data.Sql;
import org.kartoteka.platform.api.data.UnitOfWork;

/** Many rows of a table, written in one statement. */
public final class BulkInsert {

  private final String table;
  private final List<String> names;
  private final List<String> types;
  private final List<List<String>> columns;

  /**
   * Rows of a table.
   *
   * @param columns each with its type, such as {@code id bigint}
   */
  public BulkInsert(String table, String... columns) {
    this.table = table;
    this.names = Stream.of(columns).map(column -> column.split(" ")[0]).toList();
    this.types = Stream.of(columns).map(column -> column.split(" ")[1]).toList();
    this.columns = names.stream().<List<String>>map(name -> new ArrayList<>()).toList();
  }

  /** Adds a row. */
  public void add(Object... values) {
    for (int i = 0; i < values.length; i++) {
      columns.get(i).add(values[i] == null ? null : values[i].toString());
    }
  }

  /** Writes all rows. */
  public void write(UnitOfWork unitOfWork) {
    write(unitOfWork, "");
  }

  /** Writes all rows, with what is done about those that are there already. */
  public void write(UnitOfWork unitOfWork, String onConflict) {
    if (columns.get(0).isEmpty()) {
      return;
    }
    Sql.of(
            unitOfWork,
            "insert into commissions."
                + table
                + " ("
                + String.join(", ", names)
                + ") select "
                + typed()
                + " from "
                + rows()
                + " "
                + onConflict,
            arguments())
        .update();
  }

  /** The rows as a table {@code t} in SQL, one {@code ?} a column. */
  public String rows() {
    return "unnest("
        + names.stream().map(name -> "?::text[]").collect(Collectors.joining(", "))
        + ") with ordinality as t ("
        + String.join(", ", names)
        + ", n)";
  }

  /** The columns in their types. */
  public String typed() {
    return IntStream.range(0, names.size())
        .mapToObj(i -> "t." + names.get(i) + "::" + types.get(i))
        .collect(Collectors.joining(", "));
  }

  /** The arguments of {@link #rows}. */
  public Object[] arguments() {
    return columns.toArray();
  }

  /** Whether there is no row. */
  public boolean isEmpty() {
    return columns.get(0).isEmpty();
  }

  @Override
  public String toString() {
    return table + Arrays.toString(names.toArray());
  }
}
