package org.kartoteka.platform.api.data;

import java.sql.SQLException;

/** The database refused a statement or did not answer. Not a person's mistake. */
public final class DataAccessFailed extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public DataAccessFailed(String statement, SQLException cause) {
    super(statement, cause);
  }

  /** The five-character SQLSTATE; null when the driver gave none. */
  public String sqlState() {
    return ((SQLException) getCause()).getSQLState();
  }
}
