package org.kartoteka.platform.internal.data;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javax.sql.DataSource;
import javax.transaction.NotSupportedException;
import javax.transaction.RollbackException;
import javax.transaction.Status;
import javax.transaction.SystemException;
import javax.transaction.Transaction;
import javax.transaction.TransactionManager;
import org.kartoteka.platform.api.data.Collisions;
import org.kartoteka.platform.api.data.DataAccessFailed;
import org.kartoteka.platform.api.data.UnitOfWork;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Units of work over the container's transaction manager. */
@Component
public final class JtaUnitOfWork implements UnitOfWork {

  private final TransactionManager transactions;
  private final DataSource dataSource;
  private final ThreadLocal<Scope> current = new ThreadLocal<>();

  @Activate
  public JtaUnitOfWork(
      @Reference TransactionManager transactions,
      @Reference(target = "(kartoteka.schema=platform)") DataSource dataSource) {
    this.transactions = transactions;
    this.dataSource = dataSource;
  }

  @Override
  public <T> T call(Supplier<T> work) {
    if (!inTransaction()) {
      return inNewTransaction(work);
    }
    try {
      return Collisions.named(work);
    } catch (RuntimeException | Error e) {
      doom(e);
      throw e;
    }
  }

  @Override
  public <T> T callRepeatably(Supplier<T> work) {
    return inTransaction()
        ? call(work)
        : followed(Collisions.repeated(() -> inOneTransaction(work)));
  }

  @Override
  public <T> T read(Supplier<T> work) {
    if (inTransaction()) {
      return call(work);
    }
    if (current.get() != null) {
      return work.get();
    }
    Scope scope = new Scope(false);
    current.set(scope);
    try {
      return work.get();
    } finally {
      current.remove();
      scope.close();
      scope.giveConnectionBack();
    }
  }

  @Override
  public <T> T callSeparately(Supplier<T> work) {
    if (!inTransaction()) {
      return inNewTransaction(work);
    }
    Scope outer = current.get();
    try {
      Transaction suspended = transactions.suspend();
      current.remove();
      try {
        return inNewTransaction(work);
      } finally {
        current.set(outer);
        transactions.resume(suspended);
      }
    } catch (SystemException | javax.transaction.InvalidTransactionException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  @SuppressWarnings("unchecked")
  public <R> R resource(Object key, Supplier<R> open, Consumer<R> close) {
    Scope scope = scope();
    Object resource = scope.resources.get(key);
    if (resource == null) {
      R opened = open.get();
      scope.resources.put(key, opened);
      scope.closers.add(() -> close.accept(opened));
      resource = opened;
    }
    return (R) resource;
  }

  @Override
  public Connection connection() {
    Scope scope = scope();
    if (scope.connection == null) {
      scope.connection = openConnection();
    }
    return scope.connection;
  }

  @Override
  public void afterCommit(Runnable action) {
    if (!inTransaction()) {
      action.run();
    } else {
      scope().afterCommit.add(action);
    }
  }

  private boolean inTransaction() {
    Scope scope = current.get();
    return scope != null && scope.transactional;
  }

  private <T> T inNewTransaction(Supplier<T> work) {
    return followed(Collisions.named(() -> inOneTransaction(work)));
  }

  /** What a committed transaction came to, and what is to be done after it. */
  private record Committed<T>(T result, List<Runnable> afterCommit) {}

  private static <T> T followed(Committed<T> committed) {
    committed.afterCommit.forEach(Runnable::run);
    return committed.result;
  }

  private <T> Committed<T> inOneTransaction(Supplier<T> work) {
    Scope reading = current.get();
    Scope scope = new Scope(true);
    begin();
    current.set(scope);
    T result;
    try {
      result = work.get();
      scope.giveConnectionBack();
    } catch (RuntimeException | Error e) {
      returnTo(reading);
      giveConnectionBack(scope, e);
      TransactionEnd.during(() -> rollback(scope, e));
      throw e;
    }
    returnTo(reading);
    TransactionEnd.during(() -> commit(scope));
    return new Committed<>(result, scope.afterCommit);
  }

  private void returnTo(Scope reading) {
    if (reading == null) {
      current.remove();
    } else {
      current.set(reading);
    }
  }

  private void begin() {
    try {
      transactions.begin();
    } catch (NotSupportedException | SystemException e) {
      throw new IllegalStateException(e);
    }
  }

  private void commit(Scope scope) {
    try {
      commit(scope.failure);
    } finally {
      scope.close();
    }
  }

  private void commit(Throwable failure) {
    try {
      if (transactions.getStatus() == Status.STATUS_MARKED_ROLLBACK) {
        transactions.rollback();
        throw new IllegalStateException(
            "a part of the unit of work failed: nothing was written", failure);
      }
      transactions.commit();
    } catch (RollbackException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw new IllegalStateException("nothing was written", e);
    } catch (javax.transaction.HeuristicMixedException
        | javax.transaction.HeuristicRollbackException
        | SystemException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void giveConnectionBack(Scope scope, Throwable reason) {
    try {
      scope.giveConnectionBack();
    } catch (RuntimeException e) {
      reason.addSuppressed(e);
    }
  }

  private void rollback(Scope scope, Throwable reason) {
    try {
      transactions.rollback();
    } catch (SystemException | RuntimeException e) {
      reason.addSuppressed(e);
    }
    scope.close();
  }

  private void doom(Throwable failure) {
    Scope scope = current.get();
    if (scope.failure == null) {
      scope.failure = failure;
    }
    try {
      if (transactions.getStatus() == Status.STATUS_ACTIVE) {
        transactions.setRollbackOnly();
      }
    } catch (SystemException e) {
      throw new IllegalStateException(e);
    }
  }

  private Scope scope() {
    Scope scope = current.get();
    if (scope == null) {
      throw new IllegalStateException("outside of a unit of work");
    }
    return scope;
  }

  private Connection openConnection() {
    try {
      return dataSource.getConnection();
    } catch (SQLException e) {
      throw new DataAccessFailed("connect", e);
    }
  }

  private static void close(Connection connection) {
    try {
      connection.close();
    } catch (SQLException e) {
      throw new DataAccessFailed("close", e);
    }
  }

  /** What is open for a transaction, or for reading without one. */
  private static final class Scope {
    final boolean transactional;
    final Map<Object, Object> resources = new HashMap<>();
    final List<Runnable> closers = new ArrayList<>();
    final List<Runnable> afterCommit = new ArrayList<>();
    Connection connection;
    Throwable failure;

    Scope(boolean transactional) {
      this.transactional = transactional;
    }

    /**
     * Closes the connection while the transaction still holds it. The pool takes a connection back
     * when the transaction ends; closed after that, it would be taken back once more, although
     * somebody else may have it by then.
     */
    void giveConnectionBack() {
      Connection used = connection;
      connection = null;
      if (used != null) {
        JtaUnitOfWork.close(used);
      }
    }

    void close() {
      closers.forEach(Runnable::run);
    }
  }
}
