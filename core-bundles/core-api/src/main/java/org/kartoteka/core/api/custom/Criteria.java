package org.kartoteka.core.api.custom;

import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.kartoteka.platform.api.problem.FieldError;
import org.kartoteka.platform.api.problem.InvalidInput;

/**
 * What the queries of lists have in common: criteria as texts by the names of the HTTP API, and
 * those of custom fields among them. A custom field's criteria are {@code custom.<name>}, {@code
 * custom.<name>.contains}, {@code .from}, {@code .to} and {@code .without}.
 */
public final class Criteria {

  private static final String CUSTOM = "custom.";
  private static final int LONGEST = 500;

  private Criteria() {}

  /**
   * Hands out every text of the fields with its name; what the taker throws an {@link
   * IllegalArgumentException} or {@link DateTimeException} for means nothing.
   *
   * @param fields texts, numbers, truth values or lists of them by name
   * @param strict whether what means nothing is refused, instead of left out
   * @throws InvalidInput for names or values that mean nothing, if strict
   */
  public static void read(Map<String, ?> fields, boolean strict, BiConsumer<String, String> taker) {
    List<FieldError> errors = new ArrayList<>();
    fields.forEach(
        (name, value) -> {
          for (String text : texts(value)) {
            try {
              if (text.length() > LONGEST || text.indexOf('\0') >= 0) {
                throw new IllegalArgumentException(name);
              }
              taker.accept(name, text);
            } catch (IllegalArgumentException | DateTimeException meaningless) {
              errors.add(FieldError.of(name, "filter", shortened(text)));
            }
          }
        });
    if (strict) {
      InvalidInput.throwIfAny(errors);
    }
  }

  /**
   * Takes a criterion of a custom field.
   *
   * @param held the condition on the field so far, by its name
   * @param changed told of the condition with the criterion
   * @throws IllegalArgumentException when the name is not that of a custom field's criterion
   */
  public static void take(
      String name,
      String text,
      Function<String, CustomCondition> held,
      BiConsumer<String, CustomCondition> changed) {
    if (!name.startsWith(CUSTOM)) {
      throw new IllegalArgumentException(name);
    }
    String path = name.substring(CUSTOM.length());
    int dot = path.indexOf('.');
    String field = dot < 0 ? path : path.substring(0, dot);
    if (!field.matches("[a-z][a-z0-9_]*")) {
      throw new IllegalArgumentException(name);
    }
    changed.accept(field, with(held.apply(field), dot < 0 ? "" : path.substring(dot + 1), text));
  }

  private static CustomCondition with(CustomCondition so, String part, String text) {
    return switch (part) {
      case "" -> {
        Set<String> anyOf = new LinkedHashSet<>(so.anyOf());
        anyOf.add(text);
        yield new CustomCondition(anyOf, so.contains(), so.from(), so.to(), so.without());
      }
      case "contains" -> new CustomCondition(so.anyOf(), text, so.from(), so.to(), so.without());
      case "from" -> new CustomCondition(so.anyOf(), so.contains(), text, so.to(), so.without());
      case "to" -> new CustomCondition(so.anyOf(), so.contains(), so.from(), text, so.without());
      case "without" ->
          new CustomCondition(so.anyOf(), so.contains(), so.from(), so.to(), truth(text));
      default -> throw new IllegalArgumentException(part);
    };
  }

  /** Adds the conditions on custom fields to criteria by name. */
  public static void write(Map<String, Object> fields, Map<String, CustomCondition> conditions) {
    new TreeMap<>(conditions)
        .forEach(
            (name, condition) -> {
              put(fields, CUSTOM + name, condition.anyOf().stream().sorted().toList());
              put(fields, CUSTOM + name + ".contains", condition.contains());
              put(fields, CUSTOM + name + ".from", condition.from());
              put(fields, CUSTOM + name + ".to", condition.to());
              put(fields, CUSTOM + name + ".without", condition.without() ? "true" : null);
            });
  }

  private static void put(Map<String, Object> fields, String name, Object value) {
    if (value != null && !(value instanceof List<?> list && list.isEmpty())) {
      fields.put(name, value);
    }
  }

  private static List<String> texts(Object value) {
    Collection<?> all =
        value instanceof Collection<?> many ? many : value == null ? List.of() : List.of(value);
    return all.stream()
        .filter(one -> one != null && !one.toString().isBlank())
        .map(one -> one.toString().strip())
        .toList();
  }

  private static boolean truth(String text) {
    return switch (text) {
      case "true" -> true;
      case "false" -> false;
      default -> throw new IllegalArgumentException(text);
    };
  }

  private static String shortened(String text) {
    return text.length() <= 40 ? text : text.substring(0, 40) + "…";
  }
}
