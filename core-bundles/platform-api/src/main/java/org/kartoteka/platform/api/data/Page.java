package org.kartoteka.platform.api.data;

import java.util.List;
import java.util.function.Function;

/**
 * A part of a list.
 *
 * @param items the rows in order
 * @param next the cursor to ask for what follows; null when nothing does
 */
public record Page<T>(List<T> items, String next) {

  public Page {
    items = List.copyOf(items);
  }

  /** A list that always fits one page. */
  public static <T> Page<T> whole(List<T> items) {
    return new Page<>(items, null);
  }

  /** The same page with other rows. */
  public <R> Page<R> map(Function<? super T, ? extends R> mapping) {
    return new Page<>(items.stream().<R>map(mapping).toList(), next);
  }
}
