package org.kartoteka.platform.api.data;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.kartoteka.platform.api.problem.FieldError;
import org.kartoteka.platform.api.problem.InvalidInput;

/**
 * A list in native SQL, read page by page behind the last row that was seen. Pieces of SQL come
 * from code, never from people; what people typed comes as arguments.
 */
public final class KeysetQuery {

  private static final String SORT = "sort_value";
  private static final String ID = "sort_id";

  private final String columns;
  private final StringBuilder from;
  private final List<Object> arguments = new ArrayList<>();

  /**
   * A list of all rows.
   *
   * @param from tables with aliases
   */
  public KeysetQuery(String columns, String from) {
    this(columns, from, List.of());
  }

  /**
   * A list of all rows.
   *
   * @param from tables with aliases, with a {@code ?} for each argument
   */
  public KeysetQuery(String columns, String from, List<Object> values) {
    this.columns = columns;
    this.from = new StringBuilder(from).append(" where true");
    arguments.addAll(values);
  }

  /** Adds a condition with a {@code ?} for each argument. */
  public KeysetQuery and(String condition, Object... values) {
    from.append(" and ").append(condition);
    arguments.addAll(Arrays.asList(values));
    return this;
  }

  /** Adds a condition that may be that there is none. */
  public KeysetQuery and(Condition condition) {
    return condition.isAll() ? this : and(condition.sql(), condition.array());
  }

  /** Adds a condition on a value, unless it is null. */
  public KeysetQuery andIf(Object value, String condition) {
    return value == null ? this : and(condition, value);
  }

  /** Adds a condition that the column of folded texts holds all words that were typed. */
  public KeysetQuery andWords(String column, String typed) {
    if (typed == null || typed.isBlank()) {
      return this;
    }
    List<String> patterns = SearchText.patterns(typed);
    if (patterns.isEmpty()) {
      return and("false");
    }
    patterns.forEach(pattern -> and(column + " like ?", pattern));
    return this;
  }

  /**
   * The page.
   *
   * @throws InvalidInput when the order is unknown or the cursor is none of this list
   */
  public <T> Page<T> page(
      UnitOfWork unitOfWork, PageRequest request, SortOrders orders, Sql.RowMapping<T> mapping) {
    SortOrders.Order order = orders.of(request);
    boolean descending = orders.descending(request);
    String key = order.expression() + ", " + orders.id();
    StringBuilder sql =
        new StringBuilder("select ")
            .append(columns)
            .append(", ")
            .append(order.expression())
            .append(" as " + SORT + ", ")
            .append(orders.id())
            .append(" as " + ID + " from ")
            .append(from);
    List<Object> all = new ArrayList<>(arguments);
    if (request.after() != null) {
      List<String> cursor = Cursor.values(request.after(), 2);
      sql.append(" and (" + key + ") " + (descending ? "<" : ">") + " (?::")
          .append(order.type().sqlType())
          .append(", ?)");
      all.add(order.type().argument(cursor.get(0)));
      all.add(id(cursor.get(1)));
    }
    String direction = descending ? " desc" : "";
    sql.append(" order by " + order.expression() + direction + ", " + orders.id() + direction)
        .append(" limit ")
        .append(request.limit() + 1);
    List<Found<T>> found =
        Sql.of(unitOfWork, sql.toString(), all.toArray())
            .list(
                row ->
                    new Found<>(mapping.map(row), order.type().read(row, SORT), row.getLong(ID)));
    return page(found, request.limit());
  }

  /** Groups the rows, in an order, up to a number of groups; the columns are those of groups. */
  public KeysetQuery grouped(String by, String order, int atMost) {
    from.append(" group by " + by + " order by " + order + " limit " + atMost);
    return this;
  }

  /** All rows at once: for a single row and for groups. */
  public <T> List<T> all(UnitOfWork unitOfWork, Sql.RowMapping<T> mapping) {
    return Sql.of(unitOfWork, "select " + columns + " from " + from, arguments.toArray())
        .list(mapping);
  }

  /** How many rows, counted up to a number. */
  public long count(UnitOfWork unitOfWork, long atMost) {
    return Sql.of(
            unitOfWork,
            "select count(*) from (select 1 from " + from + " limit " + atMost + ") counted",
            arguments.toArray())
        .number();
  }

  private record Found<T>(T value, String sort, long id) {}

  private static <T> Page<T> page(List<Found<T>> found, int limit) {
    boolean more = found.size() > limit;
    List<Found<T>> shown = more ? found.subList(0, limit) : found;
    Found<T> last = more ? shown.get(limit - 1) : null;
    return new Page<>(
        shown.stream().map(Found::value).toList(),
        last == null ? null : Cursor.of(List.of(last.sort(), last.id())));
  }

  private static long id(String text) {
    try {
      return Long.parseLong(String.valueOf(text));
    } catch (NumberFormatException noId) {
      throw new InvalidInput(FieldError.of("after", "cursor"));
    }
  }
}
