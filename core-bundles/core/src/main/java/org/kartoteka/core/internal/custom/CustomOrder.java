package org.kartoteka.core.internal.custom;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.kartoteka.core.api.custom.CustomFieldOption;
import org.kartoteka.core.api.custom.CustomFieldType;
import org.kartoteka.core.api.custom.CustomFieldView;
import org.kartoteka.core.internal.data.Keyset;
import org.kartoteka.core.internal.data.SqlText;
import org.kartoteka.platform.api.data.Cursor;
import org.kartoteka.platform.api.data.Page;
import org.kartoteka.platform.api.data.PageRequest;

/**
 * A page of a list in the order of a custom field. The list is read in stretches, one after the
 * other until the page is full: the rows with a value, of a choice those of each option in the
 * order of the options; then, whatever the direction, the rows without a value. Each stretch but
 * the last is a range of the field's index; the last is read in the order of ids.
 */
public final class CustomOrder {

  private final CustomFieldView field;
  private final CustomColumn column;
  private final PageRequest request;

  CustomOrder(CustomFieldView field, PageRequest request) {
    this.field = field;
    this.column = CustomColumn.inRow(field);
    this.request = request;
  }

  /**
   * The page.
   *
   * @param rows reads the rows whose SQL ends so: conditions begun with {@code and}, order and
   *     limit
   * @param custom the values of a row
   */
  public <T> Page<T> page(
      Function<SqlText, List<T>> rows,
      Function<T, Map<String, Object>> custom,
      ToLongFunction<T> id) {
    Keyset place = request.after() == null ? null : Keyset.orWithout(request);
    List<Stretch> stretches = stretches();
    int first = place == null ? 0 : holding(stretches, place);
    int wanted = request.limit() + 1;
    List<T> found = new ArrayList<>();
    for (int i = first; i < stretches.size() && found.size() < wanted; i++) {
      SqlText end = new SqlText();
      stretches.get(i).add(end, i == first ? place : null);
      end.add("limit ?", wanted - found.size());
      found.addAll(rows.apply(end));
    }
    if (found.size() < wanted) {
      return new Page<>(found, null);
    }
    List<T> items = found.subList(0, request.limit());
    T last = items.get(items.size() - 1);
    return new Page<>(
        items,
        Cursor.of(
            Arrays.asList(sorted(custom.apply(last).get(field.name())), id.applyAsLong(last))));
  }

  private List<Stretch> stretches() {
    List<Stretch> stretches = new ArrayList<>();
    if (field.type() == CustomFieldType.CHOICE) {
      field.options().stream()
          .map(CustomFieldOption::code)
          .forEach(code -> stretches.add(new Stretch(true, code)));
    } else {
      stretches.add(new Stretch(true, null));
    }
    if (request.descending()) {
      Collections.reverse(stretches);
    }
    stretches.add(new Stretch(false, null));
    return stretches;
  }

  private static int holding(List<Stretch> stretches, Keyset place) {
    for (int i = 0; i < stretches.size(); i++) {
      if (stretches.get(i).holds(place)) {
        return i;
      }
    }
    throw Keyset.foreign();
  }

  /** A value as rows are sorted by it. */
  private Object sorted(Object value) {
    if (value == null || !column.isText()) {
      return value;
    }
    String text = value.toString();
    return text.codePointCount(0, text.length()) <= CustomColumn.SORTED
        ? text
        : text.substring(0, text.offsetByCodePoints(0, CustomColumn.SORTED));
  }

  /**
   * A stretch of the list.
   *
   * @param present whether its rows have a value
   * @param code the option that its rows have; null for any value
   */
  private final class Stretch {

    private final boolean present;
    private final String code;

    Stretch(boolean present, String code) {
      this.present = present;
      this.code = code;
    }

    boolean holds(Keyset place) {
      return place.value() == null
          ? !present
          : present && (code == null || code.equals(place.value()));
    }

    void add(SqlText end, Keyset place) {
      boolean ranged = present && code == null;
      end.add("and " + (present ? column.present() : column.missing()));
      if (code != null) {
        end.add("and " + column.order() + " = ?", code).plannedForItsArguments();
      }
      String beyond = request.descending() ? " < " : " > ";
      if (place != null && ranged) {
        String value = column.argument();
        end.add(
            "and (" + column.order() + ", p.id)" + beyond + "(" + value + ", ?)",
            place.value(),
            place.id());
      } else if (place != null) {
        end.add("and p.id" + beyond + "?", place.id());
      }
      String direction = request.descending() ? " desc" : "";
      String first = ranged ? column.order() + direction + ", " : "";
      end.add("order by " + first + "p.id" + direction);
    }
  }
}
