package org.kartoteka.contracts.internal.domain;

import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Several words in one column, with commas between them. */
final class Words {

  private Words() {}

  static String joined(Collection<?> words) {
    return words.stream().map(Object::toString).sorted().collect(Collectors.joining(","));
  }

  static Set<String> split(String column) {
    return column.isEmpty() ? Set.of() : new LinkedHashSet<>(List.of(column.split(",")));
  }

  static <E extends Enum<E>> Set<E> split(String column, Class<E> type) {
    Set<E> words = EnumSet.noneOf(type);
    split(column).forEach(word -> words.add(Enum.valueOf(type, word)));
    return words;
  }
}
