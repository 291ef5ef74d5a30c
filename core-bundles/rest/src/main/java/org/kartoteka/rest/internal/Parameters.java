package org.kartoteka.rest.internal;

import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.ext.ParamConverter;
import jakarta.ws.rs.ext.ParamConverterProvider;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import org.kartoteka.platform.api.problem.InvalidInput;
import org.kartoteka.platform.api.problem.NotFound;
import org.kartoteka.platform.api.problem.Problem;
import org.kartoteka.rest.internal.json.Ids;
import org.kartoteka.rest.internal.problem.JsonErrors;

/**
 * Reads ids, words, numbers and dates of addresses and queries, and says what is wrong with them.
 */
final class Parameters implements ParamConverterProvider {

  private static final Map<Class<?>, Function<String, Object>> PLAIN =
      Map.of(
          Integer.class, Integer::valueOf,
          int.class, Integer::valueOf,
          Long.class, Long::valueOf,
          long.class, Long::valueOf,
          Boolean.class, Parameters::truth,
          boolean.class, Parameters::truth,
          LocalDate.class, LocalDate::parse,
          Instant.class, Instant::parse);

  @Override
  public <T> ParamConverter<T> getConverter(
      Class<T> type, Type genericType, Annotation[] annotations) {
    Function<String, Object> reading = reading(type);
    return reading == null ? null : new Converter<>(type, reading, annotations);
  }

  private static Function<String, Object> reading(Class<?> type) {
    if (Ids.isId(type)) {
      return text -> Ids.parse(type, text).orElseThrow(IllegalArgumentException::new);
    }
    if (type.isEnum()) {
      return text -> word(type, text);
    }
    return PLAIN.get(type);
  }

  private static Object word(Class<?> type, String text) {
    for (Object constant : type.getEnumConstants()) {
      if (((Enum<?>) constant).name().equals(text)) {
        return constant;
      }
    }
    throw new IllegalArgumentException(text);
  }

  private static Boolean truth(String text) {
    return switch (text) {
      case "true" -> true;
      case "false" -> false;
      default -> throw new IllegalArgumentException(text);
    };
  }

  private record Converter<T>(
      Class<T> type, Function<String, Object> reading, Annotation[] annotations)
      implements ParamConverter<T> {

    @Override
    @SuppressWarnings("unchecked")
    public T fromString(String text) {
      if (text == null) {
        return null;
      }
      if (text.isBlank()) {
        return ofPath() ? refuse(text) : null;
      }
      try {
        return (T) reading.apply(text);
      } catch (IllegalArgumentException | DateTimeParseException e) {
        return refuse(text);
      }
    }

    private boolean ofPath() {
      return Arrays.stream(annotations).anyMatch(PathParam.class::isInstance);
    }

    private T refuse(String text) {
      throw problem(text);
    }

    private Problem problem(String text) {
      if (ofPath()) {
        return new NotFound("record", text);
      }
      for (Annotation annotation : annotations) {
        if (annotation instanceof QueryParam query) {
          return new InvalidInput(JsonErrors.ofType(query.value(), type));
        }
      }
      return new InvalidInput(JsonErrors.ofType("", type));
    }

    @Override
    public String toString(T value) {
      return String.valueOf(value);
    }
  }
}
