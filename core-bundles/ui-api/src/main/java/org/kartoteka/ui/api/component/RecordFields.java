package org.kartoteka.ui.api.component;

import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/** A record's components by name, and back. */
public final class RecordFields {

  private RecordFields() {}

  /** The components by name, in their order. */
  public static Map<String, Object> of(Record data) {
    Map<String, Object> fields = new LinkedHashMap<>();
    try {
      for (RecordComponent component : data.getClass().getRecordComponents()) {
        fields.put(component.getName(), component.getAccessor().invoke(data));
      }
    } catch (ReflectiveOperationException notPublic) {
      throw new IllegalArgumentException(data.getClass().getName(), notPublic);
    }
    return fields;
  }

  /** The record with these components; a missing name is null. */
  public static <R extends Record> R to(Class<R> type, Map<String, Object> fields) {
    RecordComponent[] components = type.getRecordComponents();
    try {
      Constructor<R> constructor =
          type.getConstructor(
              Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
      return constructor.newInstance(
          Arrays.stream(components).map(component -> fields.get(component.getName())).toArray());
    } catch (ReflectiveOperationException notPublic) {
      throw new IllegalArgumentException(type.getName(), notPublic);
    }
  }

  /** The same record with one component changed. */
  @SuppressWarnings("unchecked")
  public static <R extends Record> R with(R data, String field, Object value) {
    Map<String, Object> fields = of(data);
    if (!fields.containsKey(field)) {
      throw new IllegalArgumentException(field);
    }
    fields.put(field, value);
    return to((Class<R>) data.getClass(), fields);
  }
}
