package org.kartoteka.ui.api.component;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Brings together two changes of one record by field. What only one side changed is taken; lists
 * are merged by element; only a field that both changed differently is a conflict.
 */
public final class ThreeWay {

  private final Map<String, Object> merged;
  private final List<Conflict> conflicts;

  /** A field that both sides changed. */
  public record Conflict(String field, Object before, Object mine, Object theirs) {}

  private ThreeWay(Map<String, Object> merged, List<Conflict> conflicts) {
    this.merged = Collections.unmodifiableMap(merged);
    this.conflicts = List.copyOf(conflicts);
  }

  /** Compares field by field; the three have the same fields. */
  public static ThreeWay of(
      Map<String, Object> before, Map<String, Object> mine, Map<String, Object> theirs) {
    Map<String, Object> merged = new LinkedHashMap<>();
    List<Conflict> conflicts = new ArrayList<>();
    for (Map.Entry<String, Object> entry : theirs.entrySet()) {
      String field = entry.getKey();
      Object old = before.get(field);
      Object my = mine.get(field);
      Object their = entry.getValue();
      if (same(my, their) || same(my, old)) {
        merged.put(field, their);
      } else if (same(their, old)) {
        merged.put(field, my);
      } else {
        List<Object> both = bothLists(old, my, their);
        merged.put(field, both == null ? their : both);
        if (both == null) {
          conflicts.add(new Conflict(field, old, my, their));
        }
      }
    }
    return new ThreeWay(merged, conflicts);
  }

  private static List<Object> bothLists(Object before, Object mine, Object theirs) {
    if (!(before instanceof List<?> old)
        || !(mine instanceof List<?> my)
        || !(theirs instanceof List<?> their)) {
      return null;
    }
    List<Object> removedHere = without(old, my);
    List<Object> removedThere = without(old, their);
    List<Object> addedHere = without(my, old);
    List<Object> addedThere = without(their, old);
    boolean sameElement = removedHere.stream().anyMatch(removedThere::contains);
    if (sameElement && !addedHere.isEmpty() && !addedThere.isEmpty()) {
      return null;
    }
    List<Object> result = new ArrayList<>(their);
    result.removeAll(removedHere);
    addedHere.stream().filter(element -> !result.contains(element)).forEach(result::add);
    return result;
  }

  private static List<Object> without(List<?> list, List<?> others) {
    List<Object> rest = new ArrayList<>(list);
    rest.removeAll(others);
    return rest;
  }

  private static boolean same(Object one, Object other) {
    return Objects.equals(blankToNull(one), blankToNull(other));
  }

  private static Object blankToNull(Object value) {
    return value instanceof String text && text.isBlank() ? null : value;
  }

  /** All fields; those in conflict as the other side has them. */
  public Map<String, Object> merged() {
    return merged;
  }

  /** What a person has to decide. */
  public List<Conflict> conflicts() {
    return conflicts;
  }

  /** All fields with what was decided. */
  public Map<String, Object> decided(Map<String, Object> decisions) {
    Map<String, Object> all = new LinkedHashMap<>(merged);
    all.putAll(decisions);
    return all;
  }
}
