package org.kartoteka.database.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import javax.sql.XAConnection;
import javax.sql.XADataSource;
import org.junit.jupiter.api.Test;
import org.osgi.service.jdbc.DataSourceFactory;
import org.postgresql.PGStatement;

class ProvenConnectionsTest {

  private final AtomicLong now = new AtomicLong();
  private int asked;
  private boolean alive = true;

  private Integer threshold;

  @Test
  void asks_the_server_once_in_a_while_only() throws SQLException {
    Connection connection = connection();

    assertTrue(connection.isValid(1));
    assertEquals(0, asked, "a new connection has just been made");
    pass(ProvenConnections.BELIEVED.toNanos());
    assertTrue(connection.isValid(1));
    assertTrue(connection.isValid(1));
    assertEquals(1, asked);
  }

  @Test
  void a_dead_connection_is_told_from_a_living_one_and_never_believed_again() throws SQLException {
    Connection connection = connection();
    pass(ProvenConnections.BELIEVED.toNanos());
    alive = false;

    assertFalse(connection.isValid(1));
    assertFalse(connection.isValid(1));
    assertEquals(2, asked);
  }

  @Test
  void everything_else_is_the_drivers() throws SQLException {
    assertEquals("core", connection().getSchema());
  }

  @Test
  void a_statement_that_begins_with_a_comment_is_planned_each_time() throws SQLException {
    Connection connection = connection();

    connection.prepareStatement("select 1");
    assertNull(threshold, "the driver decides");
    connection.prepareStatement("/*call-42*/ select 1");
    assertEquals(0, threshold);
  }

  @Test
  void a_statement_that_a_new_column_would_break_is_planned_each_time() throws SQLException {
    connection().prepareStatement("select p.*, 1 from core.party p");

    assertEquals(0, threshold);
  }

  private void pass(long nanos) {
    now.addAndGet(nanos);
  }

  private Connection connection() throws SQLException {
    Connection plain =
        fake(
            Connection.class,
            Map.of(
                "getSchema", arguments -> "core",
                "prepareStatement", arguments -> statement(),
                "isValid",
                    arguments -> {
                      asked++;
                      return alive;
                    }));
    XAConnection xa = fake(XAConnection.class, Map.of("getConnection", arguments -> plain));
    XADataSource source = fake(XADataSource.class, Map.of("getXAConnection", arguments -> xa));
    DataSourceFactory driver =
        fake(DataSourceFactory.class, Map.of("createXADataSource", arguments -> source));
    return new ProvenConnections(driver, now::get)
        .createXADataSource(new Properties())
        .getXAConnection()
        .getConnection();
  }

  private PreparedStatement statement() {
    return (PreparedStatement)
        Proxy.newProxyInstance(
            ProvenConnectionsTest.class.getClassLoader(),
            new Class<?>[] {PreparedStatement.class, PGStatement.class},
            (self, method, arguments) -> {
              threshold = (Integer) arguments[0];
              return null;
            });
  }

  private static <T> T fake(Class<T> type, Map<String, Function<Object[], Object>> answers) {
    return type.cast(
        Proxy.newProxyInstance(
            ProvenConnectionsTest.class.getClassLoader(),
            new Class<?>[] {type},
            (self, method, arguments) -> answers.get(method.getName()).apply(arguments)));
  }
}
