package org.kartoteka.sales.internal;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;

/** A data source that counts the statements of its connections. */
final class CountedStatements {

  private final AtomicLong count;

  CountedStatements(AtomicLong count) {
    this.count = count;
  }

  DataSource of(DataSource source) {
    return proxy(
        DataSource.class,
        (proxy, method, arguments) -> {
          Object value = invoke(source, method, arguments);
          return value instanceof Connection connection ? of(connection) : value;
        });
  }

  private Connection of(Connection connection) {
    return proxy(
        Connection.class,
        (proxy, method, arguments) -> {
          if (method.getName().equals("prepareStatement")) {
            count.incrementAndGet();
          }
          return invoke(connection, method, arguments);
        });
  }

  private static Object invoke(Object target, Method method, Object[] arguments) throws Throwable {
    try {
      return method.invoke(target, arguments);
    } catch (InvocationTargetException failure) {
      throw failure.getCause();
    }
  }

  private static <T> T proxy(Class<T> type, InvocationHandler handler) {
    return type.cast(
        Proxy.newProxyInstance(
            CountedStatements.class.getClassLoader(), new Class<?>[] {type}, handler));
  }
}
