package org.kartoteka.core.internal.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.ref.WeakReference;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.kartoteka.core.internal.exchange.Turns.Overtaken;
import org.kartoteka.core.internal.exchange.Turns.Turn;

@Timeout(20)
class TurnsTest {

  private final ExecutorService threads = Executors.newFixedThreadPool(2);
  private final List<String> happened = new CopyOnWriteArrayList<>();

  @AfterEach
  void end() {
    threads.shutdownNow();
  }

  @Test
  void the_next_is_worked_out_while_the_one_before_is_not_written_and_written_after_it() {
    CountDownLatch secondBegun = new CountDownLatch(1);
    Turns turns =
        new Turns(
            threads,
            (batch, turn) -> {
              if (name(batch) == 1) {
                await(secondBegun);
              } else {
                secondBegun.countDown();
              }
              turn.awaitTheOneBefore();
              happened.add("written " + name(batch));
            });

    turns.take(batch(1), Set.of("a"));
    turns.take(batch(2), Set.of("b"));
    turns.finish();

    assertEquals(List.of("written 1", "written 2"), happened);
  }

  @Test
  void batches_that_claim_the_same_come_one_after_another() {
    Turns turns =
        new Turns(
            threads,
            (batch, turn) -> {
              happened.add("begun " + name(batch));
              turn.awaitTheOneBefore();
              happened.add("written " + name(batch));
            });

    turns.take(batch(1), Set.of("a", "b"));
    turns.take(batch(2), Set.of("b", "c"));
    turns.finish();

    assertEquals(List.of("begun 1", "written 1", "begun 2", "written 2"), happened);
  }

  @Test
  void batches_without_known_claims_are_over_when_they_were_handed_over() {
    Turns turns = new Turns(threads, (batch, turn) -> happened.add("written " + name(batch)));

    turns.take(batch(1), null);

    assertEquals(List.of("written 1"), happened);
  }

  @Test
  void the_next_lets_go_when_the_one_before_fails_as_a_whole_and_comes_after_its_rows() {
    CountDownLatch secondWaits = new CountDownLatch(1);
    CountDownLatch secondLetGo = new CountDownLatch(1);
    Turns turns =
        new Turns(
            threads,
            (batch, turn) -> {
              if (name(batch) == 1) {
                await(secondWaits);
                turn.failedTogether();
                await(secondLetGo);
                happened.add("row by row 1");
                return;
              }
              secondWaits.countDown();
              assertThrows(Overtaken.class, turn::awaitTheOneBefore);
              secondLetGo.countDown();
              turn.awaitTheEndOfTheOneBefore();
              turn.awaitTheOneBefore();
              happened.add("written 2");
            });

    turns.take(batch(1), Set.of("a"));
    turns.take(batch(2), Set.of("b"));
    turns.finish();

    assertEquals(List.of("row by row 1", "written 2"), happened);
  }

  @Test
  void what_ends_one_ends_all_after_it() {
    RuntimeException end = new RuntimeException("cancelled");
    Turns turns =
        new Turns(
            threads,
            (batch, turn) -> {
              if (name(batch) == 1) {
                throw end;
              }
              write(batch, turn);
            });

    turns.take(batch(1), Set.of("a"));
    turns.take(batch(2), Set.of("b"));
    RuntimeException met = assertThrows(RuntimeException.class, turns::finish);

    assertSame(end, met);
    assertTrue(happened.isEmpty());
  }

  @Test
  void all_is_done_by_the_caller_when_no_thread_is_free() {
    Turns turns = new Turns(work -> {}, this::write);

    for (int i = 1; i <= 4; i++) {
      turns.take(batch(i), Set.of(i));
    }
    turns.finish();

    assertEquals(List.of("written 1", "written 2", "written 3", "written 4"), happened);
  }

  @Test
  void batches_that_are_over_are_forgotten() {
    Turns turns = new Turns(threads, this::write);
    WeakReference<Object> first = new WeakReference<>(new Object());
    turns.take(batch(1), Set.of(first.get()));
    for (int i = 2; i <= 5; i++) {
      turns.take(batch(i), Set.of(i));
    }

    turns.finish();
    for (int i = 0; i < 20 && first.get() != null; i++) {
      System.gc();
    }

    assertNull(first.get());
    assertEquals(5, happened.size());
  }

  private void write(List<BatchRow> batch, Turn turn) {
    turn.awaitTheOneBefore();
    happened.add("written " + name(batch));
  }

  private static List<BatchRow> batch(long name) {
    return List.of(new BatchRow(name, Map.of(), Map.of(), null));
  }

  private static long name(List<BatchRow> batch) {
    return batch.get(0).number();
  }

  private static void await(CountDownLatch latch) {
    try {
      assertTrue(latch.await(10, TimeUnit.SECONDS));
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}
