package org.kartoteka.platform.api.history;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.kartoteka.platform.api.money.Money;
import org.kartoteka.platform.api.record.Id;

/**
 * Finds out which fields of a record changed, as texts that people can read. An empty text is the
 * same as none.
 *
 * @param <V> how the record is seen
 */
public final class FieldChanges<V> {

  private final V before;
  private final V after;
  private final List<FieldChange> found = new ArrayList<>();

  /**
   * Between two states.
   *
   * @param before null when the record is new
   * @param after null when the record is removed
   */
  public FieldChanges(V before, V after) {
    this.before = before;
    this.after = after;
  }

  /**
   * Between two states of a record of plain values: what changed in its components.
   *
   * @param before null when the record is new
   * @param after null when the record is removed
   */
  public static List<FieldChange> between(Record before, Record after) {
    FieldChanges<Record> changes = new FieldChanges<>(before, after);
    for (RecordComponent component :
        (before == null ? after : before).getClass().getRecordComponents()) {
      changes.field(component.getName(), data -> value(component, data));
    }
    return changes.list();
  }

  /** Compares a field. */
  public FieldChanges<V> field(String name, Function<V, ?> value) {
    compare(
        name,
        before == null ? null : value.apply(before),
        after == null ? null : value.apply(after));
    return this;
  }

  /** Compares whom or what a field points to; the texts are what that is called. */
  public <I> FieldChanges<V> pointer(
      String name, Function<V, I> value, Function<I, String> called) {
    I one = before == null ? null : value.apply(before);
    I other = after == null ? null : value.apply(after);
    if (!Objects.equals(one, other)) {
      found.add(new FieldChange(name, called.apply(one), called.apply(other)));
    }
    return this;
  }

  /** Compares values by their names, each as a field of its own that is called prefix and name. */
  public FieldChanges<V> each(String prefix, Function<V, Map<String, Object>> values) {
    Map<String, Object> one = before == null ? Map.of() : values.apply(before);
    Map<String, Object> other = after == null ? Map.of() : values.apply(after);
    Set<String> names = new TreeSet<>(one.keySet());
    names.addAll(other.keySet());
    names.forEach(name -> compare(prefix + name, one.get(name), other.get(name)));
    return this;
  }

  /** What changed, in the order in which it was compared. */
  public List<FieldChange> list() {
    return List.copyOf(found);
  }

  private void compare(String name, Object before, Object after) {
    String was = text(before);
    String is = text(after);
    if (!Objects.equals(was, is)) {
      found.add(new FieldChange(name, was, is));
    }
  }

  private static Object value(RecordComponent component, Record data) {
    try {
      return component.getAccessor().invoke(data);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String text(Object value) {
    if (value instanceof Id id) {
      return Long.toString(id.value());
    }
    if (value instanceof Money money) {
      return money.amount().toPlainString() + " " + money.currency().getCurrencyCode();
    }
    String text = value == null ? null : value.toString();
    return text == null || text.isEmpty() ? null : text;
  }
}
