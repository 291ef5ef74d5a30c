package org.kartoteka.core.internal.exchange;

import java.util.ArrayList;
import java.util.List;

/** Finds out what separates the cells of a table. */
final class Delimiter {

  private static final char[] CANDIDATES = {',', ';', '\t', '|'};
  private static final int MOST_ROWS = 200;

  private Delimiter() {}

  /** The one that cuts the heading and the most rows after it into equally many cells. */
  static char of(CharSequence beginning) {
    char best = CANDIDATES[0];
    double bestScore = 0;
    for (char candidate : CANDIDATES) {
      double score = score(cells(beginning, candidate));
      if (score > bestScore) {
        best = candidate;
        bestScore = score;
      }
    }
    return best;
  }

  private static double score(List<Integer> cells) {
    if (cells.isEmpty() || cells.get(0) < 2) {
      return 0;
    }
    int heading = cells.get(0);
    long alike = cells.stream().filter(count -> count == heading).count();
    return heading * (0.1 + (double) alike / cells.size());
  }

  private static List<Integer> cells(CharSequence text, char delimiter) {
    List<Integer> rows = new ArrayList<>();
    boolean quoted = false;
    boolean cellStarts = true;
    int cells = 1;
    int length = 0;
    for (int i = 0; i < text.length() && rows.size() < MOST_ROWS; i++) {
      char c = text.charAt(i);
      if (c == '"' && (quoted || cellStarts)) {
        quoted = !quoted;
        cellStarts = false;
      } else if (!quoted && (c == '\n' || c == '\r')) {
        if (length > 0) {
          rows.add(cells);
        }
        cells = 1;
        length = -1;
        cellStarts = true;
      } else if (!quoted && c == delimiter) {
        cells++;
        cellStarts = true;
      } else {
        cellStarts = false;
      }
      length++;
    }
    if (length > 0 && rows.isEmpty()) {
      rows.add(cells);
    }
    return rows;
  }
}
