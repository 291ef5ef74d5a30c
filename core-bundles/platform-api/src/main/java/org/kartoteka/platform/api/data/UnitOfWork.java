package org.kartoteka.platform.api.data;

import java.sql.Connection;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.osgi.annotation.versioning.ProviderType;

/**
 * One transaction across all bundles: what is done inside is written together or not at all.
 *
 * <p>Work runs on the caller's thread. A unit of work inside another joins it; a failure anywhere
 * rolls back the whole. Everything here is thread-bound: hand neither the connection nor a resource
 * to another thread.
 */
@ProviderType
public interface UnitOfWork {

  /**
   * Runs the work in the current transaction, or in a new one if there is none.
   *
   * @throws RuntimeException what the work threw, after everything was rolled back
   * @throws org.kartoteka.platform.api.problem.Collided when the database ended the work because
   *     somebody else wrote the same at that moment
   */
  <T> T call(Supplier<T> work);

  /**
   * Like {@link #call}; when the work collided with somebody else's, everything is rolled back and
   * it runs again, a few times. For work that changes nothing but what a rollback takes back: no
   * stream is read, nothing outside is told, nothing is collected outside. Within a transaction
   * nothing is repeated here, but by the outermost, if that is repeatable too.
   */
  default <T> T callRepeatably(Supplier<T> work) {
    return call(work);
  }

  /** Like {@link #callRepeatably}, without a result. */
  default void runRepeatably(Runnable work) {
    callRepeatably(
        () -> {
          work.run();
          return null;
        });
  }

  /** Runs the work in the current transaction, or in a new one if there is none. */
  default void run(Runnable work) {
    call(
        () -> {
          work.run();
          return null;
        });
  }

  /**
   * Runs work that only reads: in the current transaction, or without any, so that each statement
   * sees what is committed by then. Work inside that writes begins its transaction itself.
   */
  default <T> T read(Supplier<T> work) {
    return call(work);
  }

  /**
   * Runs the work in a transaction of its own; a current one waits meanwhile and sees what was
   * written.
   */
  <T> T callSeparately(Supplier<T> work);

  /**
   * The resource bound to the current transaction or reading under the key; opened at the first
   * call, closed when that has ended. A JPA bundle keeps its entity manager here.
   *
   * @throws IllegalStateException outside of a unit of work
   */
  <R> R resource(Object key, Supplier<R> open, Consumer<R> close);

  /**
   * The connection of the current transaction or reading, for native SQL. It is closed with it; do
   * not commit, roll back or close it.
   *
   * @throws IllegalStateException outside of a unit of work
   */
  Connection connection();

  /** Runs the action after the current transaction was committed; at once when there is none. */
  void afterCommit(Runnable action);
}
