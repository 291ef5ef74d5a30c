package org.kartoteka.core.internal.domain;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.List;
import java.util.Map;

/** Values kept as JSON within a row. */
public final class Json {

  private static final ObjectMapper MAPPER = JsonMapper.builder().build();
  private static final JavaType MAP =
      MAPPER.getTypeFactory().constructMapType(Map.class, String.class, Object.class);
  private static final JavaType TEXTS =
      MAPPER.getTypeFactory().constructMapType(Map.class, String.class, String.class);

  private Json() {}

  /** The value as JSON. */
  public static String write(Object value) {
    try {
      return MAPPER.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }

  /** A list of values; empty for null. */
  public static <T> List<T> list(String json, Class<T> type) {
    return json == null || json.equals("[]")
        ? List.of()
        : read(json, MAPPER.getTypeFactory().constructCollectionType(List.class, type));
  }

  /** One value; null for null. */
  public static <T> T value(String json, Class<T> type) {
    return json == null ? null : read(json, MAPPER.constructType(type));
  }

  /** A document of any shape; empty for null. */
  public static Map<String, Object> map(String json) {
    return json == null || json.equals("{}") ? Map.of() : read(json, MAP);
  }

  /** Texts by name; empty for null. */
  public static Map<String, String> texts(String json) {
    return json == null ? Map.of() : read(json, TEXTS);
  }

  private static <T> T read(String json, JavaType type) {
    try {
      return MAPPER.readValue(json, type);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
