package org.kartoteka.security.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.kartoteka.platform.api.problem.InvalidInput;
import org.kartoteka.platform.api.problem.NotFound;
import org.kartoteka.platform.api.problem.ProofNeeded;
import org.kartoteka.platform.api.security.Origin;
import org.kartoteka.platform.api.security.SessionId;
import org.kartoteka.platform.api.security.SessionView;
import org.kartoteka.platform.api.security.User;

class SessionServiceTest {

  private static final String HOME = "192.0.2.1";
  private static final Origin BROWSER =
      new Origin(
          HOME, "Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0", null);

  private final People people = new People();
  private final SessionService sessions = people.sessions;
  private final User ann = people.add("ann", "READER");

  @Test
  void tellsWhenAndWhereSomebodyIsSignedIn() {
    User here = resumed(sessions.open(ann, BROWSER));
    people.clock.forward(Duration.ofMinutes(2));
    SessionId other = sessions.open(ann, Origin.of("192.0.2.9"));

    people.acting.runAs(
        here,
        () -> {
          List<SessionView> mine = sessions.mine();
          assertEquals(List.of(other.value(), here.credential().id()), ids(mine));
          assertEquals("Firefox, Linux", mine.get(1).browser());
          assertEquals(HOME, mine.get(1).address());
          assertTrue(mine.get(1).present());
          assertFalse(mine.get(0).present());
          return null;
        });
  }

  @Test
  void endsWhenItIsNotUsedAndWhenItIsOld() {
    people.settings.set("security.session-idle-minutes", "30");
    people.settings.set("security.session-hours", "2");
    SessionId id = sessions.open(ann, BROWSER);
    for (int i = 0; i < 5; i++) {
      people.clock.forward(Duration.ofMinutes(20));
      assertTrue(sessions.resume(id, HOME).isPresent());
    }

    people.clock.forward(Duration.ofMinutes(20));
    assertTrue(sessions.resume(id, HOME).isEmpty(), "old");

    SessionId unused = sessions.open(ann, BROWSER);
    people.clock.forward(Duration.ofMinutes(20));
    assertTrue(sessions.look(unused).isPresent());
    people.clock.forward(Duration.ofMinutes(11));
    assertTrue(sessions.resume(unused, HOME).isEmpty(), "not used");
  }

  @Test
  void oneEndsHisOwnSessionsAndNobodyElses() {
    User bob = people.add("bob", "READER");
    User here = resumed(sessions.open(ann, BROWSER));
    SessionId other = sessions.open(ann, BROWSER);
    SessionId his = sessions.open(bob, BROWSER);

    people.as(here, () -> assertThrows(NotFound.class, () -> sessions.end(his)));
    people.as(here, () -> sessions.end(other));
    assertTrue(sessions.resume(other, HOME).isEmpty());
    people.as(here, () -> sessions.endMine(false));
    assertTrue(sessions.resume(new SessionId(here.credential().id()), HOME).isPresent());
    people.as(here, () -> sessions.endMine(true));

    assertTrue(sessions.resume(new SessionId(here.credential().id()), HOME).isEmpty());
    assertTrue(sessions.resume(his, HOME).isPresent());
  }

  @Test
  void anAdministratorEndsThemAll() {
    SessionId one = sessions.open(ann, BROWSER);
    SessionId other = sessions.open(ann, BROWSER);

    sessions.end(one);
    sessions.endAll(ann.id());

    assertTrue(sessions.resume(one, HOME).isEmpty());
    assertTrue(sessions.resume(other, HOME).isEmpty());
    assertEquals(List.of(), sessions.of(ann.id()));
  }

  @Test
  void aNewPasswordEndsTheOtherSessionsAtOnce() {
    User here = resumed(sessions.open(ann, BROWSER));
    SessionId other = sessions.open(ann, BROWSER);
    assertTrue(sessions.resume(other, HOME).isPresent());

    people.as(
        here,
        () ->
            people.authentication.changeOwnPassword(People.PASSWORD, "five words are even better"));

    assertTrue(sessions.resume(other, HOME).isEmpty());
    assertTrue(sessions.resume(new SessionId(here.credential().id()), HOME).isPresent());
  }

  @Test
  void aProofIsRenewedByThePassword() {
    SessionId id = sessions.open(ann, BROWSER);
    people.clock.forward(Duration.ofMinutes(16));
    User before = resumed(id);
    assertTrue(before.credential().provedUntil().isBefore(people.clock.instant()));

    people.as(
        before, () -> assertThrows(InvalidInput.class, () -> sessions.prove("wrong", null, HOME)));
    User after = people.acting.runAs(before, () -> sessions.prove(People.PASSWORD, null, HOME));

    assertEquals(
        people.clock.instant().plus(Duration.ofMinutes(15)), after.credential().provedUntil());
    assertEquals(after, resumed(id));
    people.as(ann, () -> assertThrows(ProofNeeded.class, () -> sessions.prove("any", null, HOME)));
  }

  private User resumed(SessionId id) {
    return sessions.resume(id, HOME).orElseThrow();
  }

  private static List<Long> ids(List<SessionView> views) {
    return views.stream().map(view -> view.id().value()).toList();
  }
}
