package org.kartoteka.benchmarks;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;

/** Several clients that ask at the same time. */
final class Clients implements AutoCloseable {

  /** One request; the number is different for each. */
  interface Request {
    void send(int number) throws Exception;
  }

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
    return measure(Integer.MAX_VALUE, time, numbers, request).perSecond();
  }

  /** Lets each client send so many requests, or as many as it can in the time if that are fewer. */
  Measured measure(int each, Duration atMost, AtomicInteger numbers, Request request) {
    List<Future<long[]>> running = new ArrayList<>();
    long begin = System.nanoTime();
    for (int client = 0; client < count; client++) {
      running.add(
          threads.submit(
              () -> {
                LongStream.Builder latencies = LongStream.builder();
                for (int i = 0; i < each && System.nanoTime() - begin < atMost.toNanos(); i++) {
                  long start = System.nanoTime();
                  request.send(numbers.getAndIncrement());
                  latencies.add(System.nanoTime() - start);
                }
                return latencies.build().toArray();
              }));
    }
    long[] latencies =
        running.stream().map(Clients::latencies).flatMapToLong(LongStream::of).toArray();
    return new Measured(latencies, System.nanoTime() - begin);
  }

  private static long[] latencies(Future<long[]> client) {
    try {
      return client.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    } catch (ExecutionException e) {
      throw new IllegalStateException("a client failed", e.getCause());
    }
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }
}
