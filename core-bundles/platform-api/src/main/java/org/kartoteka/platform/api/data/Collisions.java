package org.kartoteka.platform.api.data;

import java.sql.SQLException;
import java.time.Duration;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.kartoteka.platform.api.problem.Collided;

/**
 * Transactions that the database ended because they got in each other's way: a deadlock, a failed
 * serialization, a lock that was not to be had in time. For implementations of {@link UnitOfWork}.
 */
public final class Collisions {

  private static final Set<String> STATES = Set.of("40P01", "40001", "55P03");
  private static final int ATTEMPTS = 4;
  private static final Duration PAUSE = Duration.ofMillis(25);

  private Collisions() {}

  /** Runs the work; a collision is thrown as {@link Collided}, whatever layer wrapped it. */
  public static <T> T named(Supplier<T> work) {
    try {
      return work.get();
    } catch (Collided collided) {
      throw collided;
    } catch (RuntimeException failure) {
      throw isCollision(failure) ? new Collided(failure) : failure;
    }
  }

  /**
   * Runs a whole transaction, again after a short and each time longer pause when it collided.
   *
   * @throws Collided when the last attempt collided too
   */
  public static <T> T repeated(Supplier<T> transaction) {
    for (int attempt = 1; ; attempt++) {
      try {
        return named(transaction);
      } catch (Collided collided) {
        if (attempt == ATTEMPTS || Thread.currentThread().isInterrupted()) {
          throw collided;
        }
        long most = PAUSE.multipliedBy(1L << attempt).toNanos();
        LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(most / 4, most));
      }
    }
  }

  private static boolean isCollision(Throwable failure) {
    return isCollision(failure, Collections.newSetFromMap(new IdentityHashMap<>()));
  }

  private static boolean isCollision(Throwable failure, Set<Throwable> seen) {
    if (failure == null || !seen.add(failure)) {
      return false;
    }
    if (failure instanceof Collided) {
      return true;
    }
    if (failure instanceof SQLException sql
        && (sql.getSQLState() != null && STATES.contains(sql.getSQLState())
            || isCollision(sql.getNextException(), seen))) {
      return true;
    }
    if (isCollision(failure.getCause(), seen)) {
      return true;
    }
    for (Throwable suppressed : failure.getSuppressed()) {
      if (isCollision(suppressed, seen)) {
        return true;
      }
    }
    return false;
  }
}
