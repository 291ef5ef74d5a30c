package org.kartoteka.ui.api;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongFunction;

/** The state of a page as the query part of its address holds it. Immutable. */
public final class AddressState {

  private static final AddressState EMPTY = new AddressState(Map.of());

  private final Map<String, List<String>> values;

  private AddressState(Map<String, List<String>> values) {
    this.values = Collections.unmodifiableMap(values);
  }

  /** Nothing chosen. */
  public static AddressState empty() {
    return EMPTY;
  }

  /** From parameters by name; names without values are left out. */
  public static AddressState of(Map<String, List<String>> parameters) {
    Map<String, List<String>> values = new LinkedHashMap<>();
    parameters.forEach(
        (name, list) -> {
          List<String> kept =
              list.stream().filter(value -> value != null && !value.isBlank()).toList();
          if (!kept.isEmpty()) {
            values.put(name, kept);
          }
        });
    return new AddressState(values);
  }

  /** From the query part of an address, without the question mark; null is empty. */
  public static AddressState parse(String query) {
    Map<String, List<String>> values = new LinkedHashMap<>();
    if (query != null) {
      for (String pair : query.split("&")) {
        int equals = pair.indexOf('=');
        if (equals > 0) {
          values
              .computeIfAbsent(decode(pair.substring(0, equals)), name -> new ArrayList<>())
              .add(decode(pair.substring(equals + 1)));
        }
      }
    }
    return of(values);
  }

  /** All parameters by name. */
  public Map<String, List<String>> values() {
    return values;
  }

  /** The first value of the name; null when there is none. */
  public String first(String name) {
    List<String> list = values.get(name);
    return list == null ? null : list.get(0);
  }

  /** All values of the name. */
  public List<String> all(String name) {
    return values.getOrDefault(name, List.of());
  }

  /** The value of the name as an id; null when there is none. */
  public <I> I id(String name, LongFunction<I> type) {
    return read(first(name), type);
  }

  static <I> I read(String text, LongFunction<I> type) {
    return text != null && text.matches("\\d{1,18}") ? type.apply(Long.parseLong(text)) : null;
  }

  /** The value of the name as a word of an enumeration; null when there is none. */
  public <E extends Enum<E>> E word(String name, Class<E> type) {
    for (E constant : type.getEnumConstants()) {
      if (constant.name().equals(first(name))) {
        return constant;
      }
    }
    return null;
  }

  /** The value of the name as a day; null when there is none. */
  public LocalDate day(String name) {
    String text = first(name);
    try {
      return text == null || !text.matches("\\d{4}-.*") ? null : LocalDate.parse(text);
    } catch (DateTimeParseException noDay) {
      return null;
    }
  }

  /** Whether the name says yes. */
  public boolean is(String name) {
    return "true".equals(first(name));
  }

  /** The same state with one value; null or blank takes the name away. */
  public AddressState with(String name, String value) {
    return with(name, value == null ? List.<String>of() : List.of(value));
  }

  /** The same state with these values; none takes the name away. */
  public AddressState with(String name, Collection<String> list) {
    Map<String, List<String>> changed = new LinkedHashMap<>(values);
    changed.put(name, List.copyOf(list));
    return of(changed);
  }

  /** The same state without the name. */
  public AddressState without(String name) {
    return with(name, List.of());
  }

  /** Whether nothing is chosen. */
  public boolean isEmpty() {
    return values.isEmpty();
  }

  /** The query part of an address, without the question mark. */
  public String toQuery() {
    StringBuilder query = new StringBuilder();
    values.forEach(
        (name, list) ->
            list.forEach(
                value ->
                    query
                        .append(query.isEmpty() ? "" : "&")
                        .append(encode(name))
                        .append('=')
                        .append(encode(value))));
    return query.toString();
  }

  /** The address with this state. */
  public String at(String address) {
    return isEmpty() ? address : address + "?" + toQuery();
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  private static String decode(String text) {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException brokenEscape) {
      return text;
    }
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof AddressState state && values.equals(state.values);
  }

  @Override
  public int hashCode() {
    return values.hashCode();
  }

  @Override
  public String toString() {
    return toQuery();
  }
}
