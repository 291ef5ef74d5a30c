package org.kartoteka.security.internal;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.kartoteka.platform.api.problem.TooManyAttempts;
import org.kartoteka.platform.api.security.Origin;
import org.kartoteka.platform.api.security.User;
import org.kartoteka.platform.api.security.UserId;

class ThrottleTest {

  private static final Origin STRANGER = Origin.of("203.0.113.7");
  private static final Origin OFFICE = Origin.of("198.51.100.1");

  private final People people = new People();
  private final Throttle throttle = new Throttle(people.unitOfWork, people.clock);
  private final User ann = people.add("ann", "READER");

  @Test
  void makesAGuesserWaitLongerAndLonger() {
    fail("ann", STRANGER, Throttle.FREE_AT_ONE_PLACE);
    assertThrows(TooManyAttempts.class, () -> throttle.attempt("ann", STRANGER));

    people.clock.forward(Duration.ofSeconds(1));
    assertDoesNotThrow(() -> throttle.attempt("ann", STRANGER));

    people.clock.forward(Duration.ofSeconds(1));
    assertThrows(TooManyAttempts.class, () -> throttle.attempt("Ann", STRANGER));
  }

  @Test
  void outlivesARestart() {
    fail("ann", STRANGER, Throttle.FREE_AT_ONE_PLACE);

    Throttle restarted = new Throttle(people.unitOfWork, people.clock);

    assertThrows(TooManyAttempts.class, () -> restarted.attempt("ann", STRANGER));
  }

  @Test
  void manyAddressesTogetherAreSlowedDownForOneName() {
    for (int i = 0; i < Throttle.FREE_FOR_ONE_NAME; i++) {
      throttle.attempt("ann", Origin.of("203.0.113." + i));
    }

    assertThrows(TooManyAttempts.class, () -> throttle.attempt("ann", Origin.of("203.0.113.250")));
  }

  @Test
  void oneAddressThatTriesManyNamesIsSlowedDown() {
    for (int i = 0; i < Throttle.FREE_FROM_ONE_ADDRESS; i++) {
      throttle.attempt("somebody" + i, STRANGER);
    }

    assertThrows(TooManyAttempts.class, () -> throttle.attempt("another", STRANGER));
  }

  @Test
  void strangersDoNotLockTheOwnerOutWhereHeHasSignedInBefore() {
    throttle.attempt("ann", OFFICE);
    succeed("ann", ann.id(), OFFICE);
    Origin phone = new Origin("192.0.2.1", null, "a long random word");
    throttle.attempt("ann", phone);
    succeed("ann", ann.id(), phone);

    for (int i = 0; i < Throttle.FREE_FOR_ONE_NAME; i++) {
      throttle.attempt("ann", Origin.of("203.0.113." + i));
    }

    assertDoesNotThrow(() -> throttle.attempt("ann", OFFICE));
    assertDoesNotThrow(
        () -> throttle.attempt("ann", new Origin("192.0.2.99", null, "a long random word")));
    assertThrows(TooManyAttempts.class, () -> throttle.attempt("ann", Origin.of("192.0.2.98")));
  }

  @Test
  void aColleagueBehindTheSameAddressDoesNotLockTheOwnersDeviceOut() {
    Origin laptop = new Origin(OFFICE.address(), null, "a long random word");
    throttle.attempt("ann", laptop);
    succeed("ann", ann.id(), laptop);

    fail("ann", OFFICE, Throttle.FREE_AT_ONE_PLACE);

    assertThrows(TooManyAttempts.class, () -> throttle.attempt("ann", OFFICE));
    assertDoesNotThrow(() -> throttle.attempt("ann", laptop));
  }

  @Test
  void forgetsAfterTheRightPasswordAndInTime() {
    fail("ann", STRANGER, Throttle.FREE_AT_ONE_PLACE - 1);
    throttle.attempt("ann", STRANGER);
    succeed("ann", ann.id(), STRANGER);
    fail("ann", STRANGER, Throttle.FREE_AT_ONE_PLACE);
    assertThrows(TooManyAttempts.class, () -> throttle.attempt("ann", STRANGER));

    people.clock.forward(Duration.ofMinutes(61));

    assertDoesNotThrow(() -> throttle.attempt("ann", STRANGER));
  }

  private void succeed(String name, UserId user, Origin origin) {
    throttle.passed(name, origin);
    throttle.succeeded(name, user, origin);
  }

  private void fail(String name, Origin origin, int times) {
    for (int i = 0; i < times; i++) {
      throttle.attempt(name, origin);
    }
  }
}
