package org.kartoteka.platform.api.print;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;

/**
 * A table, whose headings are repeated on every page it reaches.
 *
 * @param heading stands above it; may be empty
 * @param rows a cell for each column: a text, a number, a day, an amount; null for a blank one
 * @param totals rows that stand out below the others
 */
public record PrintedTable(
    String heading, List<Column> columns, List<List<Object>> rows, List<List<Object>> totals)
    implements PrintedBlock {

  public PrintedTable {
    heading = heading == null ? "" : heading;
    columns = List.copyOf(columns);
    rows = copy(rows, columns.size());
    totals = copy(totals, columns.size());
  }

  private static List<List<Object>> copy(List<List<Object>> rows, int columns) {
    List<List<Object>> copy = new ArrayList<>(rows.size());
    for (List<Object> row : rows) {
      if (row.size() != columns) {
        throw new IllegalArgumentException(row.size() + " cells in " + columns + " columns");
      }
      copy.add(Collections.unmodifiableList(new ArrayList<>(row)));
    }
    return Collections.unmodifiableList(copy);
  }

  /**
   * A column.
   *
   * @param weight how wide it is beside the others, 1 or more
   * @param figures whether it holds figures, which stand at the right
   */
  public record Column(String title, int weight, boolean figures) {

    public Column {
      Objects.requireNonNull(title, "title");
      if (weight < 1) {
        throw new IllegalArgumentException("weight: " + weight);
      }
    }

    /** A column of texts. */
    public static Column text(String title, int weight) {
      return new Column(title, weight, false);
    }

    /** A column of figures. */
    public static Column figures(String title, int weight) {
      return new Column(title, weight, true);
    }
  }
}
