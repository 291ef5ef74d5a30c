package org.kartoteka.itests.harness;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Waiting for something with an end to it. */
public final class Waiting {

  private static final long PAUSE_MILLIS = 25;

  private Waiting() {}

  /**
   * Asks again and again until the answer is yes; a failure counts as no.
   *
   * @throws AssertionError when the time is over
   */
  public static void until(String what, Duration atMost, Callable<Boolean> condition) {
    long end = System.nanoTime() + atMost.toNanos();
    Exception last = null;
    do {
      try {
        if (condition.call()) {
          return;
        }
      } catch (Exception e) {
        last = e;
      }
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(PAUSE_MILLIS));
    } while (System.nanoTime() < end);
    throw new AssertionError("not within " + atMost.toMillis() + " ms: " + what, last);
  }
}
