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

  private static final int WARMED_AT_ONCE = 20;

  private final int count;
  private final ExecutorService threads;

  Clients(int count) {
    this.count = count;
    this.threads = Executors.newFixedThreadPool(count);
  }

  /**
   * Sends requests for so long, unmeasured: a machine that translates code while it runs is judged
   * by how it works all day, not by its first minute.
   */
  void warmUp(Duration time, AtomicInteger numbers, Request request) {
    long end = System.nanoTime() + time.toNanos();
    while (System.nanoTime() < end) {
      measure(WARMED_AT_ONCE, numbers, request);
    }
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
