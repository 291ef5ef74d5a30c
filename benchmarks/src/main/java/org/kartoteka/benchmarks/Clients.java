package org.kartoteka.benchmarks;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/** Several clients that ask at the same time. */
final class Clients implements AutoCloseable {

  /** One request; the number is different for each. */
  interface Request {
    void send(int number) throws Exception;
  }

  private static final int SENT_AT_ONCE = 20;
  private static final int MOST_SPELLS = 10;
  private static final double GAIN = 1.05;

  private final int count;
  private final ExecutorService threads;

  Clients(int count) {
    this.count = count;
    this.threads = Executors.newFixedThreadPool(count);
  }

  /** Sends requests for so long, unmeasured. */
  void warmUp(Duration time, AtomicInteger numbers, Request request) {
    perSecond(time, numbers, request);
  }

  /**
   * Sends requests, unmeasured, until they come no faster for three spells in a row, at most ten
   * spells: a machine that translates code while it runs is judged by how it works all day, not by
   * its first minute.
   */
  void settle(Duration spell, AtomicInteger numbers, Request request) {
    double best = 0;
    int withoutGain = 0;
    for (int spells = 0; spells < MOST_SPELLS && withoutGain < 3; spells++) {
      double now = perSecond(spell, numbers, request);
      withoutGain = now > best * GAIN ? 0 : withoutGain + 1;
      best = Math.max(best, now);
    }
  }

  private double perSecond(Duration time, AtomicInteger numbers, Request request) {
    long begin = System.nanoTime();
    long end = begin + time.toNanos();
    int sent = 0;
    while (System.nanoTime() < end) {
      sent += measure(SENT_AT_ONCE, numbers, request).latencies().length;
    }
    return sent / ((System.nanoTime() - begin) / 1e9);
  }

  /** Lets each client send so many requests. */
  Measured measure(int each, AtomicInteger numbers, Request request) {
    long[] latencies = new long[count * each];
    List<Future<?>> running = new ArrayList<>();
    long begin = System.nanoTime();
    for (int client = 0; client < count; client++) {
      int first = client * each;
      running.add(
          threads.submit(
              () -> {
                for (int i = 0; i < each; i++) {
                  long start = System.nanoTime();
                  request.send(numbers.getAndIncrement());
                  latencies[first + i] = System.nanoTime() - start;
                }
                return null;
              }));
    }
    for (Future<?> one : running) {
      try {
        one.get();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException(e);
      } catch (ExecutionException e) {
        throw new IllegalStateException("a client failed", e.getCause());
      }
    }
    return new Measured(latencies, System.nanoTime() - begin);
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }
}
