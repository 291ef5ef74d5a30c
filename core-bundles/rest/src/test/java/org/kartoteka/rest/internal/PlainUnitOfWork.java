package org.kartoteka.rest.internal;

import java.sql.Connection;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.kartoteka.platform.api.data.UnitOfWork;

/** Just runs the work. */
final class PlainUnitOfWork implements UnitOfWork {

  @Override
  public <T> T call(Supplier<T> work) {
    return work.get();
  }

  @Override
  public <T> T callSeparately(Supplier<T> work) {
    return work.get();
  }

  @Override
  public <R> R resource(Object key, Supplier<R> open, Consumer<R> close) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Connection connection() {
    throw new UnsupportedOperationException();
  }

  @Override
  public void afterCommit(Runnable action) {
    action.run();
  }
}
