package org.kartoteka.security.internal.exchange;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.kartoteka.platform.api.exchange.ImportedRow;
import org.kartoteka.platform.api.exchange.RowOutcome;
import org.kartoteka.platform.api.exchange.UndoOutcome;

/**
 * Takes rows of a table from the top of a hierarchy down, and back from the bottom up, in whatever
 * order they stand in the table.
 */
final class Ranks {

  private Ranks() {}

  /** The same for names that mean the same. */
  static String key(String name) {
    return name.strip().toLowerCase(Locale.ROOT);
  }

  /** The names that are given, in that form. */
  static Set<String> keys(String... names) {
    return Stream.of(names)
        .filter(name -> name != null && !name.isBlank())
        .map(Ranks::key)
        .collect(Collectors.toSet());
  }

  /**
   * Takes a row once all rows are taken that say what is above it.
   *
   * @param names what a row may be called by others
   * @param above what a row names as above it; null for nothing
   * @param ring what comes of rows that are above one another
   */
  static <R> List<RowOutcome> topDown(
      List<R> rows,
      Function<R, Set<String>> names,
      Function<R, String> above,
      Function<R, RowOutcome> take,
      Function<R, RowOutcome> ring) {
    Map<String, Integer> waiting = new HashMap<>();
    rows.forEach(row -> names.apply(row).forEach(name -> waiting.merge(name, 1, Integer::sum)));
    RowOutcome[] outcomes = new RowOutcome[rows.size()];
    List<Integer> left = new ArrayList<>(Stream.iterate(0, i -> i + 1).limit(rows.size()).toList());
    boolean further = true;
    while (further) {
      further =
          left.removeIf(
              at -> {
                R row = rows.get(at);
                boolean free = waiting.getOrDefault(above.apply(row), 0) == 0;
                if (free) {
                  outcomes[at] = take.apply(row);
                  names.apply(row).forEach(name -> waiting.merge(name, -1, Integer::sum));
                }
                return free;
              });
    }
    left.forEach(at -> outcomes[at] = ring.apply(rows.get(at)));
    return List.of(outcomes);
  }

  /** Takes rows back again and again, as long as what was kept became free by that. */
  static List<UndoOutcome> bottomUp(
      List<ImportedRow> rows, Function<ImportedRow, UndoOutcome> undo) {
    UndoOutcome[] outcomes = new UndoOutcome[rows.size()];
    boolean further = true;
    while (further) {
      further = false;
      for (int at = 0; at < outcomes.length; at++) {
        if (outcomes[at] == null || outcomes[at].kind() == UndoOutcome.Kind.KEPT) {
          outcomes[at] = undo.apply(rows.get(at));
          further |= outcomes[at].kind() != UndoOutcome.Kind.KEPT;
        }
      }
    }
    return List.of(outcomes);
  }
}
