package org.kartoteka.testing;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javax.persistence.EntityManager;
import javax.persistence.EntityManagerFactory;
import javax.sql.DataSource;
import org.kartoteka.platform.api.data.Collisions;
import org.kartoteka.platform.api.data.UnitOfWork;

/**
 * A unit of work for tests outside of the container: one resource-local entity manager (or, without
 * a persistence unit, one plain connection) a transaction.
 */
public final class JpaUnitOfWork implements UnitOfWork {

  private final EntityManagerFactory factory;
  private final DataSource dataSource;
  private final ThreadLocal<Deque<Transaction>> transactions =
      ThreadLocal.withInitial(ArrayDeque::new);

  /** For the entities of one persistence unit. */
  public JpaUnitOfWork(EntityManagerFactory factory) {
    this.factory = factory;
    this.dataSource = null;
  }

  /** For plain SQL. */
  public JpaUnitOfWork(DataSource dataSource) {
    this.factory = null;
    this.dataSource = dataSource;
  }

  @Override
  public <T> T call(Supplier<T> work) {
    return transactions.get().isEmpty() ? callSeparately(work) : Collisions.named(work);
  }

  @Override
  public <T> T callRepeatably(Supplier<T> work) {
    return transactions.get().isEmpty()
        ? followed(Collisions.repeated(() -> inOneTransaction(work)))
        : call(work);
  }

  @Override
  public <T> T callSeparately(Supplier<T> work) {
    return followed(Collisions.named(() -> inOneTransaction(work)));
  }

  private record Committed<T>(T result, List<Runnable> afterCommit) {}

  private static <T> T followed(Committed<T> committed) {
    committed.afterCommit.forEach(Runnable::run);
    return committed.result;
  }

  private <T> Committed<T> inOneTransaction(Supplier<T> work) {
    Transaction transaction = new Transaction();
    transactions.get().push(transaction);
    T result;
    try {
      result = work.get();
      transaction.commit();
    } catch (RuntimeException | Error e) {
      transaction.rollback();
      throw e;
    } finally {
      transactions.get().pop();
      transaction.close();
    }
    return new Committed<>(result, transaction.afterCommit);
  }

  @Override
  @SuppressWarnings("unchecked")
  public <R> R resource(Object key, Supplier<R> open, Consumer<R> close) {
    Transaction current = current();
    if (key == factory && factory != null) {
      return (R) current.entityManager;
    }
    return (R)
        current.resources.computeIfAbsent(
            key,
            k -> {
              R opened = open.get();
              current.closers.add(() -> close.accept(opened));
              return opened;
            });
  }

  @Override
  public Connection connection() {
    Transaction current = current();
    if (current.entityManager != null) {
      return current.entityManager.unwrap(Connection.class);
    }
    return current.connection;
  }

  @Override
  public void afterCommit(Runnable action) {
    if (transactions.get().isEmpty()) {
      action.run();
    } else {
      current().afterCommit.add(action);
    }
  }

  private Transaction current() {
    Transaction current = transactions.get().peek();
    if (current == null) {
      throw new IllegalStateException("outside of a unit of work");
    }
    return current;
  }

  private final class Transaction {
    final EntityManager entityManager;
    final Connection connection;
    final Map<Object, Object> resources = new LinkedHashMap<>();
    final List<Runnable> closers = new ArrayList<>();
    final List<Runnable> afterCommit = new ArrayList<>();

    Transaction() {
      if (factory != null) {
        entityManager = factory.createEntityManager();
        entityManager.getTransaction().begin();
        connection = null;
      } else {
        entityManager = null;
        try {
          connection = dataSource.getConnection();
          connection.setAutoCommit(false);
        } catch (SQLException e) {
          throw new IllegalStateException(e);
        }
      }
    }

    void commit() {
      if (entityManager != null) {
        entityManager.getTransaction().commit();
      } else {
        try {
          connection.commit();
        } catch (SQLException e) {
          throw new IllegalStateException(e);
        }
      }
    }

    void rollback() {
      if (entityManager != null) {
        if (entityManager.getTransaction().isActive()) {
          entityManager.getTransaction().rollback();
        }
      } else {
        try {
          connection.rollback();
        } catch (SQLException e) {
          throw new IllegalStateException(e);
        }
      }
    }

    void close() {
      closers.forEach(Runnable::run);
      if (entityManager != null) {
        entityManager.close();
      } else {
        try {
          connection.close();
        } catch (SQLException e) {
          throw new IllegalStateException(e);
        }
      }
    }
  }
}
