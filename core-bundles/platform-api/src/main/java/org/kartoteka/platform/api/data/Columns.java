package org.kartoteka.platform.api.data;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Currency;
import java.util.function.LongFunction;
import org.kartoteka.platform.api.money.Money;

/** Reads values of a row that may be null; they are null then. */
public final class Columns {

  private Columns() {}

  /** A typed id. */
  public static <I> I id(ResultSet row, String column, LongFunction<I> type) throws SQLException {
    long value = row.getLong(column);
    return row.wasNull() ? null : type.apply(value);
  }

  /** A whole number. */
  public static Integer integer(ResultSet row, String column) throws SQLException {
    int value = row.getInt(column);
    return row.wasNull() ? null : value;
  }

  /** A day. */
  public static LocalDate day(ResultSet row, String column) throws SQLException {
    return row.getObject(column, LocalDate.class);
  }

  /** A word of an enumeration. */
  public static <E extends Enum<E>> E word(ResultSet row, String column, Class<E> type)
      throws SQLException {
    String name = row.getString(column);
    return name == null ? null : Enum.valueOf(type, name);
  }

  /** An amount with its currency, from two columns. */
  public static Money money(ResultSet row, String amount, String currency) throws SQLException {
    BigDecimal value = row.getBigDecimal(amount);
    return value == null ? null : new Money(value, Currency.getInstance(row.getString(currency)));
  }
}
