package org.kartoteka.competitors.internal.data;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Currency;
import java.util.function.LongFunction;
import org.kartoteka.core.api.party.PartyId;
import org.kartoteka.platform.api.money.Money;
import org.kartoteka.platform.api.security.UserId;

/** Reads values of a row that may be null. */
final class Columns {

  private Columns() {}

  static PartyId party(ResultSet row, String column) throws SQLException {
    return id(row, column, PartyId::new);
  }

  static UserId user(ResultSet row, String column) throws SQLException {
    return id(row, column, UserId::new);
  }

  static Integer integer(ResultSet row, String column) throws SQLException {
    int value = row.getInt(column);
    return row.wasNull() ? null : value;
  }

  static LocalDate day(ResultSet row, String column) throws SQLException {
    return row.getObject(column, LocalDate.class);
  }

  static <E extends Enum<E>> E word(ResultSet row, String column, Class<E> type)
      throws SQLException {
    String name = row.getString(column);
    return name == null ? null : Enum.valueOf(type, name);
  }

  static Money money(ResultSet row, String amount, String currency) throws SQLException {
    BigDecimal value = row.getBigDecimal(amount);
    return value == null ? null : new Money(value, Currency.getInstance(row.getString(currency)));
  }

  private static <I> I id(ResultSet row, String column, LongFunction<I> type) throws SQLException {
    long value = row.getLong(column);
    return row.wasNull() ? null : type.apply(value);
  }
}
