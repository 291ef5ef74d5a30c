package org.kartoteka.platform.internal.schema;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.kartoteka.platform.api.data.Sql;
import org.kartoteka.platform.internal.data.TransactionEnd;
import org.kartoteka.testing.PostgresFixture;
import org.slf4j.MDC;

class CorrelatedDataSourceTest {

  private static final String OWN_QUERY =
      "select query from pg_stat_activity where pid = pg_backend_pid()";

  @AfterEach
  void forget() {
    MDC.clear();
  }

  @Test
  void theDatabaseSeesWhichCallAStatementBelongsTo() throws SQLException {
    trace("call-42");
    try (Connection connection =
        CorrelatedDataSource.over(PostgresFixture.create().dataSource()).getConnection()) {

      String seen = Sql.of(connection, OWN_QUERY).first(row -> row.getString(1)).orElseThrow();

      assertEquals("/*call-42*/ " + OWN_QUERY, seen);
    }
  }

  @Test
  void aHandleClosedWhileItsTransactionEndsIsLeftToThePool() throws SQLException {
    DataSource original = PostgresFixture.create().dataSource();
    try (Connection connection = CorrelatedDataSource.over(original).getConnection()) {
      TransactionEnd.during(() -> close(connection));
      assertFalse(connection.isClosed());

      close(connection);
      assertTrue(connection.isClosed());
    }
  }

  private static void close(Connection connection) {
    try {
      connection.close();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void trace(String correlation) {
    MDC.put("correlation", correlation);
    MDC.put("traced", "true");
  }

  @Test
  void aStatementOfACallThatNobodyTracesKeepsItsText() {
    MDC.put("correlation", "call-43");

    assertEquals("select 1", CorrelatedDataSource.commented("select 1"));
  }

  @Test
  void anIdThatCouldEndTheCommentIsLeftOut() {
    trace("*/ drop schema core; /*");

    assertEquals("select 1", CorrelatedDataSource.commented("select 1"));
  }
}
