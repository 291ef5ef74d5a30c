package org.kartoteka.core.internal.exchange;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.kartoteka.platform.api.exchange.FileFormat;
import org.kartoteka.platform.api.problem.FieldError;
import org.kartoteka.platform.api.problem.InvalidInput;
import org.kartoteka.platform.api.record.CleanText;

/** What a file holds, row by row under headings. */
abstract class Table {

  private static final int MOST_COLUMNS = 500;
  private static final int HEADING = 200;

  private final List<String> columns;
  private final long rows;

  Table(List<String> columns, long rows) {
    this.columns = columns;
    this.rows = rows;
  }

  abstract FileFormat format();

  /** The encoding of its text. */
  String encoding() {
    return "UTF-8";
  }

  /** What separates its cells; null when its format knows no such thing. */
  String delimiter() {
    return null;
  }

  /** The sheets of a workbook. */
  List<String> sheets() {
    return List.of();
  }

  /** The sheet that is read. */
  String sheet() {
    return null;
  }

  /** Takes a row; false when it wants no more. */
  @FunctionalInterface
  interface RowReader {
    boolean row(long number, List<String> cells);
  }

  /** Hands out the rows, the first one after the headings is number 1. */
  abstract void forEach(RowReader reader);

  List<String> columns() {
    return columns;
  }

  /** How many rows follow the headings. */
  long rows() {
    return rows;
  }

  /** A row as heading to text; cells without a heading are left out. */
  Map<String, String> named(List<String> cells) {
    Map<String, String> named = new LinkedHashMap<>();
    for (int i = 0; i < columns.size(); i++) {
      String value = i < cells.size() ? CleanText.lines(cells.get(i)) : null;
      named.put(columns.get(i), value == null ? "" : value);
    }
    return named;
  }

  /** Whether the row has text beyond the last heading. */
  boolean overflows(List<String> cells) {
    for (int i = columns.size(); i < cells.size(); i++) {
      if (!cells.get(i).isBlank()) {
        return true;
      }
    }
    return false;
  }

  /** Headings, each of them once. */
  static List<String> columns(List<String> cells) {
    if (cells.size() > MOST_COLUMNS) {
      throw new InvalidInput(FieldError.of("file", "noTable"));
    }
    Set<String> columns = new HashSet<>();
    List<String> ordered = new ArrayList<>();
    for (int i = 0; i < cells.size(); i++) {
      String heading = CleanText.line(cells.get(i));
      if (heading == null) {
        heading = "#" + (i + 1);
      } else if (heading.length() > HEADING) {
        heading = heading.substring(0, HEADING);
      }
      String unique = heading;
      for (int n = 2; !columns.add(unique); n++) {
        unique = heading + " (" + n + ")";
      }
      ordered.add(unique);
    }
    return List.copyOf(ordered);
  }
}
