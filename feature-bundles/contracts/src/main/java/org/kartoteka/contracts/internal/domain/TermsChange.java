package org.kartoteka.contracts.internal.domain;

import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.kartoteka.contracts.LineData;
import org.kartoteka.platform.api.security.BranchId;
import org.kartoteka.platform.api.security.UserId;

/**
 * What an annex changes: only that which differs from what would hold without it.
 *
 * @param fields which of the single terms
 * @param set lines that are new or changed
 * @param ended keys of lines that are not owed any longer
 */
public record TermsChange(
    Set<Field> fields,
    String packageType,
    UserId salesperson,
    BranchId branch,
    List<LineData> set,
    Set<String> ended) {

  /** A single term. */
  public enum Field {
    PACKAGE,
    SALESPERSON,
    BRANCH
  }

  public TermsChange {
    fields = Set.copyOf(fields);
    set = List.copyOf(set);
    ended = Set.copyOf(ended);
  }

  /** What makes the one from the other. */
  public static TermsChange between(Terms before, Terms after) {
    Set<Field> fields = EnumSet.noneOf(Field.class);
    if (!Objects.equals(before.packageType(), after.packageType())) {
      fields.add(Field.PACKAGE);
    }
    if (!Objects.equals(before.salesperson(), after.salesperson())) {
      fields.add(Field.SALESPERSON);
    }
    if (!Objects.equals(before.branch(), after.branch())) {
      fields.add(Field.BRANCH);
    }
    Map<String, LineData> was = byKey(before);
    Map<String, LineData> is = byKey(after);
    Set<String> ended = new LinkedHashSet<>(was.keySet());
    ended.removeAll(is.keySet());
    return new TermsChange(
        fields,
        after.packageType(),
        after.salesperson(),
        after.branch(),
        after.lines().stream().filter(line -> !line.equals(was.get(line.key()))).toList(),
        ended);
  }

  /** Whether nothing is changed. */
  public boolean isNothing() {
    return fields.isEmpty() && set.isEmpty() && ended.isEmpty();
  }

  /** The terms after the change; lines keep their places, new ones come last. */
  public Terms applyTo(Terms before) {
    Map<String, LineData> lines = byKey(before);
    set.forEach(line -> lines.put(line.key(), line));
    ended.forEach(lines::remove);
    return new Terms(
        fields.contains(Field.PACKAGE) ? packageType : before.packageType(),
        fields.contains(Field.SALESPERSON) ? salesperson : before.salesperson(),
        fields.contains(Field.BRANCH) ? branch : before.branch(),
        List.copyOf(lines.values()));
  }

  private static Map<String, LineData> byKey(Terms terms) {
    Map<String, LineData> lines = new LinkedHashMap<>();
    terms.lines().forEach(line -> lines.put(line.key(), line));
    return lines;
  }
}
