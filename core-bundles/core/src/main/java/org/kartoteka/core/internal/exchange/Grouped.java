package org.kartoteka.core.internal.exchange;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** Puts new values of some groups into a list in the place of the old ones. */
final class Grouped {

  private Grouped() {}

  /**
   * The list with other values.
   *
   * @param group the group that a value belongs to
   * @param fresh the groups to be set, with their new values
   */
  static <T> List<T> replaced(List<T> base, Function<T, String> group, Map<String, List<T>> fresh) {
    List<T> result = new ArrayList<>();
    Set<String> done = new HashSet<>();
    for (T one : base) {
      String name = group.apply(one);
      if (!fresh.containsKey(name)) {
        result.add(one);
      } else if (done.add(name)) {
        result.addAll(fresh.get(name));
      }
    }
    fresh.forEach(
        (name, values) -> {
          if (done.add(name)) {
            result.addAll(values);
          }
        });
    return result;
  }
}
