package org.kartoteka.core.internal.data;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.kartoteka.platform.api.security.Credential;
import org.kartoteka.platform.api.security.SessionId;
import org.kartoteka.platform.api.security.User;
import org.kartoteka.platform.api.security.UserId;

class StarterTest {

  @Test
  void a_starter_is_kept_with_his_rights_and_without_what_he_came_in_by() {
    User user =
        new User(
            new UserId(7), "ewa", "Ewa Lis", Locale.forLanguageTag("pl"), Set.of("core.import"));
    Instant proved = Instant.parse("2026-11-22T15:00:00Z");

    User kept = Starter.read(Starter.write(user.by(Credential.session(new SessionId(3), proved))));

    assertEquals(user, kept);
  }
}
