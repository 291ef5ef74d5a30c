package org.kartoteka.competitors.internal.data;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.kartoteka.platform.api.history.FieldChange;
import org.kartoteka.platform.api.money.Money;
import org.kartoteka.platform.api.record.Id;

/** Finds out which fields of a record changed, as texts. */
final class FieldChanges {

  private FieldChanges() {}

  /**
   * Between two states of the same type.
   *
   * @param before null when the record is new
   * @param after null when the record is removed
   */
  static List<FieldChange> between(Record before, Record after) {
    Class<?> type = (before == null ? after : before).getClass();
    List<FieldChange> changes = new ArrayList<>();
    for (RecordComponent component : type.getRecordComponents()) {
      String one = text(component, before);
      String other = text(component, after);
      if (!Objects.equals(one, other)) {
        changes.add(new FieldChange(component.getName(), one, other));
      }
    }
    return changes;
  }

  private static String text(RecordComponent component, Record data) {
    try {
      Object value = data == null ? null : component.getAccessor().invoke(data);
      if (value instanceof Id id) {
        return Long.toString(id.value());
      }
      if (value instanceof Money money) {
        return money.amount().toPlainString() + " " + money.currency().getCurrencyCode();
      }
      return value == null ? null : value.toString();
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }
}
