package org.kartoteka.platform.api.data;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Wrapper;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.kartoteka.platform.api.record.Id;

/**
 * One native SQL statement with its arguments. Ids are passed as numbers, instants as timestamps
 * with time zone, enums by name, collections of ids or texts as arrays for {@code = any(?)}.
 */
public final class Sql {

  private final Connection connection;
  private final String text;
  private final Object[] arguments;

  private Sql(Connection connection, String text, Object... arguments) {
    this.connection = connection;
    this.text = text;
    this.arguments = arguments;
  }

  /** The statement on the connection of a unit of work. */
  public static Sql of(UnitOfWork unitOfWork, String text, Object... arguments) {
    return of(unitOfWork.connection(), text, arguments);
  }

  /** The statement on the connection. */
  public static Sql of(Connection connection, String text, Object... arguments) {
    return new Sql(connection, text, arguments);
  }

  /** Makes a value of a row. */
  @FunctionalInterface
  public interface RowMapping<T> {
    /** The value of the present row. */
    T map(ResultSet row) throws SQLException;
  }

  /** All rows. */
  public <T> List<T> list(RowMapping<T> mapping) {
    try (PreparedStatement statement = prepare();
        ResultSet rows = statement.executeQuery()) {
      ResultSet row = own(rows, ResultSet.class);
      List<T> list = new ArrayList<>();
      while (row.next()) {
        list.add(mapping.map(row));
      }
      return list;
    } catch (SQLException e) {
      throw new DataAccessFailed(text, e);
    }
  }

  /** The first row, if there is one and its value is not null. */
  public <T> Optional<T> first(RowMapping<T> mapping) {
    try (PreparedStatement statement = prepare();
        ResultSet rows = statement.executeQuery()) {
      ResultSet row = own(rows, ResultSet.class);
      return row.next() ? Optional.ofNullable(mapping.map(row)) : Optional.empty();
    } catch (SQLException e) {
      throw new DataAccessFailed(text, e);
    }
  }

  /** What the driver gave: the pool's wrapper answers each question for a column by reflection. */
  private static <W extends Wrapper> W own(W wrapper, Class<W> type) throws SQLException {
    return wrapper.isWrapperFor(type) ? wrapper.unwrap(type) : wrapper;
  }

  /** The number in the first column of the first row; 0 without a row. */
  public long number() {
    return first(row -> row.getLong(1)).orElse(0L);
  }

  /** Changes rows and tells how many. */
  public int update() {
    try (PreparedStatement statement = prepare()) {
      return statement.executeUpdate();
    } catch (SQLException e) {
      throw new DataAccessFailed(text, e);
    }
  }

  /** An instant of a row; null when the column is null. */
  public static Instant instant(ResultSet row, String column) throws SQLException {
    Timestamp timestamp = row.getTimestamp(column);
    return timestamp == null ? null : timestamp.toInstant();
  }

  private PreparedStatement prepare() throws SQLException {
    PreparedStatement statement = connection.prepareStatement(text);
    try {
      for (int i = 0; i < arguments.length; i++) {
        statement.setObject(i + 1, argument(arguments[i]));
      }
      return statement;
    } catch (SQLException | RuntimeException e) {
      statement.close();
      throw e;
    }
  }

  private Object argument(Object value) throws SQLException {
    if (value instanceof Id id) {
      return id.value();
    }
    if (value instanceof Instant instant) {
      return Timestamp.from(instant);
    }
    if (value instanceof Enum<?> name) {
      return name.name();
    }
    if (value instanceof Collection<?> many) {
      boolean numbers = many.stream().allMatch(one -> one instanceof Id || one instanceof Number);
      Object[] elements = new Object[many.size()];
      int i = 0;
      for (Object one : many) {
        elements[i++] = argument(one);
      }
      return connection.createArrayOf(numbers && !many.isEmpty() ? "bigint" : "text", elements);
    }
    return value;
  }
}
