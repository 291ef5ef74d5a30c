package org.kartoteka.platform.api.data;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.regex.Pattern;
import org.kartoteka.platform.api.problem.FieldError;
import org.kartoteka.platform.api.problem.InvalidInput;

/** How the value that a list is sorted by travels in a cursor and comes back as an argument. */
public enum SortType {
  TEXT("text", "[^\\x00\\p{Cs}]*") {
    @Override
    Object parse(String text) {
      return text;
    }
  },
  NUMBER("numeric", "-?\\d{1,30}(\\.\\d{1,30})?") {
    @Override
    Object parse(String text) {
      return new BigDecimal(text);
    }
  },
  DATE("date", "\\d{4}-\\d\\d-\\d\\d") {
    @Override
    Object parse(String text) {
      return LocalDate.parse(text);
    }
  },
  TIME("timestamptz", "\\d{4}-\\d\\d-\\d\\dT[\\d:.]+Z") {
    @Override
    Object parse(String text) {
      return Instant.parse(text);
    }

    @Override
    String read(ResultSet row, String column) throws SQLException {
      return row.getTimestamp(column).toInstant().toString();
    }
  };

  private final String sqlType;
  private final Pattern form;

  SortType(String sqlType, String form) {
    this.sqlType = sqlType;
    this.form = Pattern.compile(form, Pattern.DOTALL);
  }

  String sqlType() {
    return sqlType;
  }

  /** The value of a row, as it stands in a cursor. */
  String read(ResultSet row, String column) throws SQLException {
    return row.getString(column);
  }

  /** The value in a cursor as an argument. */
  final Object argument(String text) {
    try {
      if (text != null && form.matcher(text).matches()) {
        return parse(text);
      }
    } catch (DateTimeException noDay) {
      throw new InvalidInput(FieldError.of("after", "cursor"));
    }
    throw new InvalidInput(FieldError.of("after", "cursor"));
  }

  abstract Object parse(String text);
}
