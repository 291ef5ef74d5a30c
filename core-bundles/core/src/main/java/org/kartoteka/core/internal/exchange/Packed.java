package org.kartoteka.core.internal.exchange;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.Collectors;

/** Several values in one cell; a backslash stands before what separates them elsewhere. */
final class Packed {

  private static final char ESCAPE = '\\';

  private Packed() {}

  /** The values with semicolons between them; null when there are none. */
  static String join(Collection<String> values) {
    return values.isEmpty()
        ? null
        : values.stream().map(value -> escaped(value, ";,|\n")).collect(Collectors.joining("; "));
  }

  /** The parts of one value with bars between them, those that are missing empty. */
  static String parts(String... parts) {
    List<String> all = new ArrayList<>();
    for (String part : parts) {
      all.add(part == null ? "" : escaped(part, ";,|\n"));
    }
    while (!all.isEmpty() && all.get(all.size() - 1).isEmpty()) {
      all.remove(all.size() - 1);
    }
    return String.join("|", all);
  }

  /** Joins values that are made by {@link #parts} already; null when there are none. */
  static String joinParts(Collection<String> values) {
    return values.isEmpty() ? null : String.join("; ", values);
  }

  /** The values between any of the separators, without outer blanks and empty ones. */
  static List<String> split(String cell, String separators) {
    return cut(cell, separators).stream()
        .map(String::strip)
        .filter(value -> !value.isEmpty())
        .map(Packed::plain)
        .toList();
  }

  /** The values that are made of parts, each still packed. */
  static List<String> packed(String cell) {
    return cut(cell, ";").stream().map(String::strip).filter(value -> !value.isEmpty()).toList();
  }

  /** The part of a packed value; null when it is missing or empty. */
  static String part(String packed, int index) {
    List<String> parts = cut(packed, "|");
    String part = index < parts.size() ? plain(parts.get(index).strip()) : "";
    return part.isEmpty() ? null : part;
  }

  /**
   * The values of a cell that name their kind before a bar.
   *
   * @param otherwise the kind of a value that stands alone
   * @param made makes one of its kind and its value
   */
  static <T> List<T> ofKinds(String cell, String otherwise, BiFunction<String, String, T> made) {
    return packed(cell).stream()
        .map(
            one ->
                part(one, 1) == null
                    ? made.apply(otherwise, part(one, 0))
                    : made.apply(part(one, 0), part(one, 1)))
        .toList();
  }

  private static List<String> cut(String cell, String separators) {
    List<String> values = new ArrayList<>();
    if (cell == null) {
      return values;
    }
    StringBuilder value = new StringBuilder();
    for (int i = 0; i < cell.length(); i++) {
      char c = cell.charAt(i);
      if (c == ESCAPE && i + 1 < cell.length()) {
        value.append(c).append(cell.charAt(++i));
      } else if (separators.indexOf(c) >= 0) {
        values.add(value.toString());
        value.setLength(0);
      } else {
        value.append(c);
      }
    }
    values.add(value.toString());
    return values;
  }

  private static String escaped(String value, String special) {
    StringBuilder escaped = new StringBuilder(value.length());
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c == ESCAPE || special.indexOf(c) >= 0) {
        escaped.append(ESCAPE);
      }
      escaped.append(c);
    }
    return escaped.toString();
  }

  private static String plain(String value) {
    StringBuilder plain = new StringBuilder(value.length());
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      boolean escapes =
          c == ESCAPE && i + 1 < value.length() && "\\;,|\n".indexOf(value.charAt(i + 1)) >= 0;
      plain.append(escapes ? value.charAt(++i) : c);
    }
    return plain.toString();
  }
}
