package org.kartoteka.core.internal.exchange;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The first rows of a file, and of each column a few texts even when its first rows have none. */
final class ImportSample {

  private static final int ROWS = 10;
  private static final int EXAMPLES = 3;
  private static final int LOOKED_THROUGH = 500;

  private final List<Map<String, String>> rows = new ArrayList<>();
  private final Map<String, List<String>> examples = new LinkedHashMap<>();
  private int seen;

  /**
   * Looks at the next row.
   *
   * @return whether another is wanted
   */
  boolean add(Map<String, String> row) {
    if (rows.size() < ROWS) {
      rows.add(row);
    }
    row.forEach(this::example);
    return ++seen < LOOKED_THROUGH;
  }

  private void example(String column, String text) {
    if (text == null || text.isBlank()) {
      return;
    }
    List<String> found = examples.computeIfAbsent(column, name -> new ArrayList<>());
    if (found.size() < EXAMPLES && !found.contains(text)) {
      found.add(text);
    }
  }

  List<Map<String, String>> rows() {
    return rows;
  }

  Map<String, List<String>> examples() {
    return examples;
  }
}
