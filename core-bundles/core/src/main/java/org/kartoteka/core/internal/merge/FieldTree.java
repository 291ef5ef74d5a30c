package org.kartoteka.core.internal.merge;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import org.kartoteka.core.internal.domain.SearchKey;

/** A card's data field by field, as in the JSON; groups of fields are taken apart by a dot. */
final class FieldTree {

  /** Values that are one field, though they have parts. */
  private static final List<String> WHOLE = List.of("person", "ownerId", "superiorId");

  private static final ObjectMapper MAPPER =
      JsonMapper.builder()
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .addModule(
              new SimpleModule()
                  .addSerializer(LocalDate.class, ToStringSerializer.instance)
                  .addDeserializer(LocalDate.class, new Day()))
          .build();

  private final Map<String, Object> fields = new LinkedHashMap<>();

  private FieldTree() {}

  /** Reads a day as ISO 8601 writes it. */
  private static final class Day extends StdDeserializer<LocalDate> {

    private static final long serialVersionUID = 1L;

    private Day() {
      super(LocalDate.class);
    }

    @Override
    public LocalDate deserialize(JsonParser parser, DeserializationContext context)
        throws IOException {
      return LocalDate.parse(parser.getText());
    }
  }

  /** The fields of a record of data. */
  static FieldTree of(Object data) {
    FieldTree tree = new FieldTree();
    tree.add("", asKept(data));
    return tree;
  }

  /** As it is read back when it was kept, so that both can be compared. */
  private static Map<?, ?> asKept(Object data) {
    try {
      return MAPPER.readValue(MAPPER.writeValueAsBytes(data), Map.class);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The fields as they were kept. */
  static FieldTree kept(Map<String, Object> fields) {
    FieldTree tree = new FieldTree();
    tree.fields.putAll(fields);
    return tree;
  }

  private void add(String prefix, Map<?, ?> values) {
    values.forEach(
        (name, value) -> {
          String path = prefix + name;
          if (value instanceof Map && prefix.isEmpty() && !WHOLE.contains(path)) {
            add(path + ".", (Map<?, ?>) value);
          } else {
            fields.put(path, value);
          }
        });
  }

  /** All fields by name. */
  Map<String, Object> map() {
    return fields;
  }

  /** The names of the fields. */
  Collection<String> names() {
    return fields.keySet();
  }

  Object get(String name) {
    return fields.get(name);
  }

  FieldTree put(String name, Object value) {
    fields.put(name, value);
    return this;
  }

  /** The data these fields make. */
  <T> T to(Class<T> type) {
    Map<String, Object> document = new LinkedHashMap<>();
    fields.forEach(
        (path, value) -> {
          int dot = path.indexOf('.');
          if (dot < 0) {
            document.put(path, value);
          } else {
            group(document, path.substring(0, dot)).put(path.substring(dot + 1), value);
          }
        });
    return MAPPER.convertValue(document, type);
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> group(Map<String, Object> document, String name) {
    return (Map<String, Object>)
        document.compute(name, (n, group) -> group instanceof Map ? group : new LinkedHashMap<>());
  }

  /** Whether the value says nothing. */
  static boolean isEmpty(Object value) {
    return value == null
        || value instanceof String text && text.isEmpty()
        || value instanceof Collection<?> list && list.isEmpty()
        || value instanceof Map<?, ?> map && map.values().stream().allMatch(FieldTree::isEmpty);
  }

  /** The elements of both lists, each once. */
  static List<Object> joined(Object one, Object other) {
    List<Object> all = new ArrayList<>(list(one));
    for (Object element : list(other)) {
      if (all.stream().noneMatch(there -> same(there, element))) {
        all.add(element);
      }
    }
    return all;
  }

  /** The elements of the list that the other does not have. */
  static List<Object> without(Object one, Object other) {
    return list(one).stream()
        .<Object>map(element -> element)
        .filter(element -> list(other).stream().noneMatch(there -> same(there, element)))
        .toList();
  }

  /** The value as a list; empty for null. */
  static List<?> list(Object value) {
    return value instanceof List<?> list ? list : List.of();
  }

  /** Whether two elements of a list are the same thing, whatever kind they are of. */
  private static boolean same(Object one, Object other) {
    return key(one).equals(key(other));
  }

  private static String key(Object element) {
    if (element instanceof Map<?, ?> map) {
      if (map.containsKey("iban")) {
        return String.valueOf(map.get("iban"));
      }
      if (map.containsKey("value")) {
        String type = map.containsKey("type") ? map.get("type") + "\u001f" : "";
        return type + String.valueOf(map.get("value")).toLowerCase(Locale.ROOT);
      }
      StringBuilder key = new StringBuilder();
      for (Object part : new TreeSet<>(map.keySet())) {
        Object value = map.get(part);
        key.append(value == null ? "" : SearchKey.fold(value.toString())).append('\u001f');
      }
      return key.toString();
    }
    return Objects.toString(element, "").toLowerCase(Locale.ROOT);
  }
}
