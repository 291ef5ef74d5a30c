package org.kartoteka.core.internal.exchange;

import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.FutureTask;

/**
 * Lets two batches be taken at the same time, so that one is worked out while the other is written.
 * They are committed in the order of the file all the same. Rows that could find one another are
 * never taken at the same time.
 */
final class Turns {

  private final Executor executor;
  private final Taking taking;
  private Turn last = Turn.over();
  private Turn lastButOne = Turn.over();

  /** Takes a batch; is to call {@link Turn#awaitTheOneBefore()} before it writes its outcomes. */
  @FunctionalInterface
  interface Taking {
    void take(List<BatchRow> batch, Turn turn);
  }

  Turns(Executor executor, Taking taking) {
    this.executor = executor;
    this.taking = taking;
  }

  /**
   * Says that the batch before was not written as a whole, so that this one is to be tried anew.
   */
  static final class Overtaken extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Overtaken() {
      super("overtaken", null, false, false);
    }
  }

  /** The turn of one batch. */
  static final class Turn {

    private final Set<Object> claims;
    private Turn before;
    private FutureTask<Void> work;
    private final CompletableFuture<Boolean> together = new CompletableFuture<>();
    private final CompletableFuture<Void> end = new CompletableFuture<>();

    private Turn(Set<Object> claims, Turn before) {
      this.claims = claims;
      this.before = before;
    }

    private static Turn over() {
      Turn turn = new Turn(Set.of(), null);
      turn.work = new FutureTask<>(() -> null);
      turn.together.complete(true);
      turn.end.complete(null);
      return turn;
    }

    /**
     * Waits until the batch before is committed.
     *
     * @throws Overtaken when it failed as a whole and its rows are still being dealt with: nothing
     *     of this one may be kept
     */
    void awaitTheOneBefore() {
      if (!before.together.join() && !before.end.isDone()) {
        throw new Overtaken();
      }
      awaitTheEndOfTheOneBefore();
    }

    /** Waits until all rows of the batch before are dealt with, one by one if need be. */
    void awaitTheEndOfTheOneBefore() {
      before.end.join();
    }

    /** The batch failed as a whole: who waits for it lets go of what it holds. */
    void failedTogether() {
      together.complete(false);
    }
  }

  /**
   * Takes a batch, now or soon.
   *
   * @param claims what its rows look for; null when they may be taken only after all before
   * @throws RuntimeException what ended an earlier batch
   */
  void take(List<BatchRow> batch, Set<Object> claims) {
    await(lastButOne);
    if (claims == null || !Collections.disjoint(claims, last.claims)) {
      await(last);
    }
    Turn turn = new Turn(claims == null ? Set.of() : new HashSet<>(claims), last);
    lastButOne = last;
    last = turn;
    turn.work = new FutureTask<>(() -> take(batch, turn), null);
    executor.execute(turn.work);
    if (claims == null) {
      await(turn);
    }
  }

  private void take(List<BatchRow> batch, Turn turn) {
    try {
      taking.take(batch, turn);
      turn.before = null; // or each would hold all before it
      turn.together.complete(true);
      turn.end.complete(null);
    } catch (Throwable failure) { // an Error too: others wait for this batch
      turn.together.complete(false);
      turn.end.completeExceptionally(failure);
    }
  }

  /**
   * Waits for the batches that are being taken.
   *
   * @throws RuntimeException what ended one
   */
  void finish() {
    for (Turn turn : List.of(lastButOne, last)) {
      turn.work.run();
      turn.end.exceptionally(failure -> null).join();
    }
    await(lastButOne);
    await(last);
  }

  /** Waits for a batch; does its work here when no thread was free for it. */
  private static void await(Turn turn) {
    turn.work.run();
    try {
      turn.end.join();
    } catch (CompletionException failure) {
      if (failure.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw failure;
    }
  }
}
