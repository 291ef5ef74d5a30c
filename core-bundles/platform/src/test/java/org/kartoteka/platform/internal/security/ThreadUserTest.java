package org.kartoteka.platform.internal.security;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.kartoteka.platform.api.problem.NotSignedIn;
import org.kartoteka.platform.api.problem.ProofNeeded;
import org.kartoteka.platform.api.security.Credential;
import org.kartoteka.platform.api.security.SessionId;
import org.kartoteka.platform.api.security.User;
import org.kartoteka.platform.api.security.UserId;

class ThreadUserTest {

  private static final Instant NOON = Instant.parse("2026-05-04T12:00:00Z");
  private static final User ANNA =
      new User(new UserId(1), "anna", "Anna", Locale.ENGLISH, Set.of());

  private final ThreadUser users = new ThreadUser(Clock.fixed(NOON, ZoneOffset.UTC));

  @Test
  void aProofIsRecentUntilItsEnd() {
    pass(ANNA.by(Credential.session(new SessionId(1), NOON.plusSeconds(1))));
    refuse(ANNA.by(Credential.session(new SessionId(1), NOON)));
  }

  @Test
  void aPasswordWithTheCallIsAProofAndTheHouseNeedsNone() {
    pass(ANNA.by(Credential.password()));
    pass(User.SYSTEM);
    refuse(ANNA);
  }

  @Test
  void aTokenMayDoWhatItWasGivenButNothingOnTheOwnAccount() {
    User program = ANNA.by(Credential.token(7, false));

    assertDoesNotThrow(() -> as(program, users::requireRecent));
    assertThrows(ProofNeeded.class, () -> as(program, users::requireInPerson));
  }

  @Test
  void nobodyIsSignedIn() {
    assertThrows(NotSignedIn.class, users::requireRecent);
    assertThrows(NotSignedIn.class, users::requireInPerson);
  }

  private void pass(User user) {
    assertDoesNotThrow(() -> as(user, users::requireRecent));
    assertDoesNotThrow(() -> as(user, users::requireInPerson));
  }

  private void refuse(User user) {
    assertThrows(ProofNeeded.class, () -> as(user, users::requireRecent));
    assertThrows(ProofNeeded.class, () -> as(user, users::requireInPerson));
  }

  private void as(User user, Runnable act) {
    users.runAs(
        user,
        () -> {
          act.run();
          return null;
        });
  }
}
