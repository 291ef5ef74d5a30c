package org.kartoteka.core.internal.data;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.kartoteka.platform.api.data.Cursor;
import org.kartoteka.platform.api.data.PageRequest;
import org.kartoteka.platform.api.problem.FieldError;
import org.kartoteka.platform.api.problem.InvalidInput;

/** The place after which a page of a sorted list begins: the sort value and id of a row. */
public record Keyset(String value, long id) {

  /**
   * The place that the request names.
   *
   * @throws InvalidInput when its cursor is none of this list
   */
  public static Keyset of(PageRequest request) {
    Keyset place = orWithout(request);
    if (place.value() == null) {
      throw foreign();
    }
    return place;
  }

  /**
   * As {@link #of}, in a list where rows may be without a sort value; it is null then.
   *
   * @throws InvalidInput when its cursor is none of this list
   */
  public static Keyset orWithout(PageRequest request) {
    List<String> values = Cursor.values(request.after(), 2);
    try {
      boolean sound = values.get(0) == null || values.get(0).indexOf('\0') < 0;
      if (sound && values.get(1) != null) {
        return new Keyset(values.get(0), Long.parseLong(values.get(1)));
      }
    } catch (NumberFormatException foreign) {
      throw foreign();
    }
    throw foreign();
  }

  /** The sort value as a number. */
  public int number() {
    try {
      return Integer.parseInt(value);
    } catch (NumberFormatException foreign) {
      throw foreign();
    }
  }

  /** The sort value as an instant. */
  public Instant instant() {
    try {
      return Instant.parse(value);
    } catch (DateTimeException foreign) {
      throw foreign();
    }
  }

  /**
   * The order that the request names; the first one when it names none.
   *
   * @throws InvalidInput when the list knows no such order
   */
  public static <S> S sort(PageRequest request, S[] sorts, Function<S, String> name) {
    if (request.sort() == null) {
      return sorts[0];
    }
    return Stream.of(sorts)
        .filter(sort -> name.apply(sort).equals(request.sortField()))
        .findFirst()
        .orElseThrow(() -> new InvalidInput(FieldError.of("sort", "sort")));
  }

  /** The refusal of a cursor that is none of this list. */
  public static InvalidInput foreign() {
    return new InvalidInput(FieldError.of("after", "cursor"));
  }
}
