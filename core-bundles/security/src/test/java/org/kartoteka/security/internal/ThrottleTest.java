package org.kartoteka.security.internal;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.kartoteka.platform.api.problem.TooManyAttempts;

class ThrottleTest {

  private final Instant start = Instant.parse("2026-03-01T10:00:00Z");
  private Instant now = start;
  private final Throttle throttle =
      new Throttle(
          new Clock() {
            @Override
            public ZoneOffset getZone() {
              return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(java.time.ZoneId zone) {
              return this;
            }

            @Override
            public Instant instant() {
              return now;
            }
          });

  @Test
  void makesAGuesserWaitLongerAndLonger() {
    fail(Throttle.FREE_FAILURES);
    assertThrows(TooManyAttempts.class, () -> throttle.check("ann", "10.0.0.1"));

    now = now.plus(Duration.ofSeconds(1));
    assertDoesNotThrow(() -> throttle.check("ann", "10.0.0.1"));

    fail(1);
    now = now.plus(Duration.ofSeconds(1));
    assertThrows(TooManyAttempts.class, () -> throttle.check("Ann", "10.0.0.1"));
  }

  @Test
  void aStrangerDoesNotLockTheOwnerOut() {
    fail(20);

    assertDoesNotThrow(() -> throttle.check("ann", "10.0.0.2"));
    assertDoesNotThrow(() -> throttle.check("bob", "10.0.0.1"));
  }

  @Test
  void forgetsAfterTheRightPassword() {
    fail(20);
    throttle.succeeded("ann", "10.0.0.1");

    assertDoesNotThrow(() -> throttle.check("ann", "10.0.0.1"));
  }

  private void fail(int times) {
    for (int i = 0; i < times; i++) {
      throttle.failed("ann", "10.0.0.1");
    }
  }
}
