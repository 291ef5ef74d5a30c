package org.kartoteka.database.internal;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Properties;
import java.util.function.LongSupplier;
import javax.sql.ConnectionPoolDataSource;
import javax.sql.DataSource;
import javax.sql.XAConnection;
import javax.sql.XADataSource;
import org.osgi.service.jdbc.DataSourceFactory;
import org.postgresql.PGStatement;

/**
 * A driver whose connections ask the server only now and then whether they still work. The pool of
 * Pax Transx 0.5.4 never notes when a connection was used, and so asks at every borrowing, which
 * costs each unit of work a round trip. And they prepare no statement that begins with a comment:
 * one of a traced call never comes again, another says so because its best plan depends on its
 * arguments.
 */
final class ProvenConnections implements DataSourceFactory {

  /** How long an answer of the server is believed. */
  static final Duration BELIEVED = Duration.ofSeconds(5);

  private final DataSourceFactory driver;
  private final LongSupplier nanoTime;

  ProvenConnections(DataSourceFactory driver, LongSupplier nanoTime) {
    this.driver = driver;
    this.nanoTime = nanoTime;
  }

  @Override
  public XADataSource createXADataSource(Properties properties) throws SQLException {
    return over(
        XADataSource.class,
        driver.createXADataSource(properties),
        result -> result instanceof XAConnection xa ? proven(xa) : result);
  }

  @Override
  public DataSource createDataSource(Properties properties) throws SQLException {
    return driver.createDataSource(properties);
  }

  @Override
  public ConnectionPoolDataSource createConnectionPoolDataSource(Properties properties)
      throws SQLException {
    return driver.createConnectionPoolDataSource(properties);
  }

  @Override
  public Driver createDriver(Properties properties) throws SQLException {
    return driver.createDriver(properties);
  }

  private XAConnection proven(XAConnection original) {
    return over(
        XAConnection.class,
        original,
        result -> result instanceof Connection one ? proven(one) : result);
  }

  private Connection proven(Connection original) {
    Proof proof = new Proof();
    return (Connection)
        Proxy.newProxyInstance(
            ProvenConnections.class.getClassLoader(),
            new Class<?>[] {Connection.class},
            (self, method, arguments) ->
                method.getName().equals("isValid")
                    ? proof.isValid(original, (Integer) arguments[0])
                    : planned(invoke(original, method, arguments), arguments));
  }

  private static Object planned(Object result, Object[] arguments) throws SQLException {
    if (result instanceof PGStatement statement
        && arguments != null
        && arguments[0] instanceof String sql
        && !isPreparable(sql)) {
      statement.setPrepareThreshold(0);
    }
    return result;
  }

  private static boolean isPreparable(String sql) {
    return !sql.startsWith("/*") && !sql.contains("select *") && !sql.contains(".*");
  }

  private final class Proof {
    private long provenAt = nanoTime.getAsLong();

    boolean isValid(Connection original, int seconds) throws SQLException {
      long now = nanoTime.getAsLong();
      if (now - provenAt < BELIEVED.toNanos()) {
        return true;
      }
      boolean valid = original.isValid(seconds);
      if (valid) {
        provenAt = now;
      }
      return valid;
    }
  }

  private interface Result {
    Object of(Object result);
  }

  private static <T> T over(Class<T> type, T original, Result mapping) {
    return type.cast(
        Proxy.newProxyInstance(
            ProvenConnections.class.getClassLoader(),
            new Class<?>[] {type},
            (self, method, arguments) -> mapping.of(invoke(original, method, arguments))));
  }

  private static Object invoke(Object target, Method method, Object[] arguments) throws Throwable {
    try {
      return method.invoke(target, arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }
}
