package org.kartoteka.benchmarks;

import java.util.Arrays;

/** Latencies of one kind of request, in nanoseconds, and how long all of them took together. */
record Measured(long[] latencies, long wallNanos) {

  double millis(double quantile) {
    long[] sorted = latencies.clone();
    Arrays.sort(sorted);
    int index = (int) Math.min(sorted.length - 1L, Math.round(quantile * (sorted.length - 1)));
    return sorted[index] / 1e6;
  }

  double perSecond() {
    return latencies.length / (wallNanos / 1e9);
  }

  static Measured together(Measured one, Measured other) {
    long[] all = Arrays.copyOf(one.latencies, one.latencies.length + other.latencies.length);
    System.arraycopy(other.latencies, 0, all, one.latencies.length, other.latencies.length);
    return new Measured(all, one.wallNanos + other.wallNanos);
  }
}
