package org.kartoteka.security.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kartoteka.platform.api.audit.AuditAct;
import org.kartoteka.platform.api.audit.AuditEntry;
import org.kartoteka.platform.api.history.FieldChange;
import org.kartoteka.platform.api.identity.ProviderLogout;
import org.kartoteka.platform.api.identity.ProviderVisit;
import org.kartoteka.platform.api.problem.Refused;
import org.kartoteka.platform.api.security.Origin;
import org.kartoteka.platform.api.security.SessionId;
import org.kartoteka.platform.api.security.User;

class BackChannelLogoutTest {

  private static final Origin BROWSER = new Origin("192.0.2.1", "Firefox/128", "device");
  private static final URI BACK = URI.create("https://crm.example/sign-in");

  private final People people = new People();
  private final Somewhere.Page page = new Somewhere.Page(people.clock);
  private final Somewhere.Page other = new Somewhere.Page("other", people.clock);

  @BeforeEach
  void open() {
    people.providers.bindRedirects(page);
    people.providers.bindRedirects(other);
    for (String name : List.of("eva", "bob")) {
      page.people.put(name, Somewhere.person(name));
      other.people.put(name, Somewhere.person(name));
    }
  }

  @Test
  void aNamedSessionEndsAloneAndIsNoted() {
    SessionId office = enter(page, "eva", "office");
    SessionId home = enter(page, "eva", "home");

    tell(page, new ProviderLogout("there", "subject-eva", "office", "1", end()));

    assertFalse(isOpen(office));
    assertTrue(isOpen(home));
    List<AuditEntry> out =
        people.audit.entries().stream().filter(one -> one.act() == AuditAct.SIGNED_OUT).toList();
    assertEquals(1, out.size());
    assertEquals("Person eva", out.get(0).record().label());
    assertEquals(List.of(new FieldChange("provider", null, "The page")), out.get(0).details());
  }

  @Test
  void theSessionAloneIsEnough() {
    SessionId eva = enter(page, "eva", "one");
    SessionId bob = enter(page, "bob", "two");

    tell(page, new ProviderLogout("there", null, "one", "1", end()));

    assertFalse(isOpen(eva));
    assertTrue(isOpen(bob));
  }

  @Test
  void withoutASessionAllOfThePersonEndButNobodyElses() {
    SessionId office = enter(page, "eva", "office");
    SessionId home = enter(page, "eva", null);
    SessionId bob = enter(page, "bob", "two");

    tell(page, new ProviderLogout("there", "subject-eva", null, "1", end()));

    assertFalse(isOpen(office));
    assertFalse(isOpen(home));
    assertTrue(isOpen(bob));
  }

  @Test
  void aSessionThatWasNeverNamedEndsWithThePerson() {
    SessionId eva = enter(page, "eva", null);
    SessionId bob = enter(page, "bob", null);

    tell(page, new ProviderLogout("there", null, "office", "1", end()));
    assertTrue(isOpen(eva), "nobody says whose it is");
    tell(page, new ProviderLogout("there", "subject-eva", "office", "2", end()));

    assertFalse(isOpen(eva));
    assertTrue(isOpen(bob));
  }

  @Test
  void aProviderEndsItsOwnSessionsOnly() {
    SessionId eva = enter(page, "eva", "one");

    tell(other, new ProviderLogout("there", "subject-eva", null, "1", end()));
    tell(other, new ProviderLogout("there", null, "one", "2", end()));
    tell(page, new ProviderLogout("elsewhere", "subject-eva", null, "3", end()));

    assertTrue(isOpen(eva));
  }

  @Test
  void sessionsThatCameByAPasswordStay() {
    User ann = people.add("ann", "MANAGER");
    SessionId session = people.sessions.open(ann, BROWSER);

    tell(page, new ProviderLogout("there", "ann", null, "1", end()));

    assertTrue(isOpen(session));
  }

  @Test
  void nothingIsToldTwice() {
    ProviderLogout logout = new ProviderLogout("there", "subject-eva", null, "1", end());
    tell(page, logout);
    SessionId again = enter(page, "eva", "one");

    assertThrows(Refused.class, () -> tell(page, logout));
    assertTrue(isOpen(again));
    people.logouts.sweep();
    assertThrows(Refused.class, () -> tell(page, logout));
    tell(other, logout);

    people.clock.forward(Duration.ofMinutes(12));
    people.logouts.sweep();
    tell(page, logout);
  }

  @Test
  void whatProvesNothingEndsNothing() {
    SessionId eva = enter(page, "eva", "one");

    assertThrows(Refused.class, () -> people.logouts.told("page", "forged"));
    assertThrows(Refused.class, () -> people.logouts.told("page", null));
    assertThrows(Refused.class, () -> people.logouts.told("nowhere", "forged"));

    assertTrue(isOpen(eva));
  }

  @Test
  void aProofMadeAnewMayBringAnotherSession() {
    SessionId session = enter(page, "eva", "before");
    User eva = people.sessions.look(session).orElseThrow();
    people.as(
        eva,
        () -> people.redirects.prove(visit(page, true), Map.of("code", "eva", "sid", "after")));

    tell(page, new ProviderLogout("there", null, "before", "1", end()));
    assertTrue(isOpen(session));
    tell(page, new ProviderLogout("there", null, "after", "2", end()));
    assertFalse(isOpen(session));
  }

  private Instant end() {
    return people.clock.instant().plus(Duration.ofMinutes(11));
  }

  private void tell(Somewhere.Page teller, ProviderLogout logout) {
    teller.logouts.put("token", logout);
    people.logouts.told(teller.id(), "token");
  }

  private SessionId enter(Somewhere.Page by, String name, String session) {
    Map<String, String> answer =
        session == null ? Map.of("code", name) : Map.of("code", name, "sid", session);
    return people.signIn.enter(
        people.redirects.arrive(visit(by, false), answer, BROWSER).orElseThrow());
  }

  private ProviderVisit visit(Somewhere.Page by, boolean anew) {
    return people.redirects.begin(by.id(), BACK, anew);
  }

  private boolean isOpen(SessionId id) {
    return people.sessions.look(id).isPresent();
  }
}
