package org.kartoteka.platform.internal.schema;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.util.Set;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.kartoteka.platform.internal.data.TransactionEnd;
import org.slf4j.MDC;

/**
 * Puts the correlation id of a traced call in front of every statement as a comment, so that a slow
 * query in the database's log leads back to the act. Traced are the acts of browsers and those
 * calls of the API whose caller named the id; the statements of all others keep one text, so that
 * the database prepares them once.
 */
final class CorrelatedDataSource {

  private static final Pattern SAFE = Pattern.compile("[A-Za-z0-9-]{1,64}");
  private static final Set<String> WITH_STATEMENT = Set.of("prepareStatement", "prepareCall");

  private CorrelatedDataSource() {}

  static DataSource over(DataSource original) {
    return proxy(
        DataSource.class,
        original,
        (result, method) ->
            method.equals("getConnection") ? connection((Connection) result) : result);
  }

  private static Connection connection(Connection original) {
    return (Connection)
        Proxy.newProxyInstance(
            CorrelatedDataSource.class.getClassLoader(),
            new Class<?>[] {Connection.class},
            (self, method, arguments) -> {
              if (WITH_STATEMENT.contains(method.getName())) {
                arguments[0] = commented((String) arguments[0]);
              }
              if (method.getName().equals("close") && TransactionEnd.isNow()) {
                return null;
              }
              return invoke(original, method, arguments);
            });
  }

  static String commented(String sql) {
    String correlation = MDC.get("traced") == null ? null : MDC.get("correlation");
    return correlation == null || !SAFE.matcher(correlation).matches()
        ? sql
        : "/*" + correlation + "*/ " + sql;
  }

  private interface Result {
    Object of(Object result, String method);
  }

  private static <T> T proxy(Class<T> type, T original, Result mapping) {
    InvocationHandler handler =
        (self, method, arguments) ->
            mapping.of(invoke(original, method, arguments), method.getName());
    return type.cast(
        Proxy.newProxyInstance(
            CorrelatedDataSource.class.getClassLoader(), new Class<?>[] {type}, handler));
  }

  private static Object invoke(Object target, java.lang.reflect.Method method, Object[] arguments)
      throws Throwable {
    try {
      return method.invoke(target, arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }
}
