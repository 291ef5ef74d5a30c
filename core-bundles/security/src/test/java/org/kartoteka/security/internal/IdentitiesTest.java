package org.kartoteka.security.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kartoteka.platform.api.data.Sql;
import org.kartoteka.platform.api.identity.Identity;
import org.kartoteka.platform.api.identity.IdentityRules;
import org.kartoteka.platform.api.identity.ProviderVisit;
import org.kartoteka.platform.api.problem.InvalidInput;
import org.kartoteka.platform.api.problem.ProofNeeded;
import org.kartoteka.platform.api.problem.ProviderUnavailable;
import org.kartoteka.platform.api.problem.Refused;
import org.kartoteka.platform.api.problem.TooManyAttempts;
import org.kartoteka.platform.api.security.Origin;
import org.kartoteka.platform.api.security.SessionId;
import org.kartoteka.platform.api.security.SignInStep;
import org.kartoteka.platform.api.security.User;
import org.kartoteka.platform.api.security.UserView;

class IdentitiesTest {

  private static final Origin BROWSER = new Origin("192.0.2.1", "Firefox/128", "device");
  private static final URI BACK = URI.create("https://crm.example/sign-in");

  private final People people = new People();
  private final Somewhere.Directory directory = new Somewhere.Directory();
  private final Somewhere.Page page = new Somewhere.Page(people.clock);

  @BeforeEach
  void open() {
    people.providers.bindPasswords(directory);
    people.providers.bindRedirects(page);
  }

  @Test
  void whoIsKnownInTheDirectoryBecomesAUserAtHisFirstSignIn() {
    directory.people.put("eva", Somewhere.person("eva"));

    User eva = enter("eva", Somewhere.Directory.PASSWORD).orElseThrow();

    assertEquals("eva", eva.name());
    assertEquals("Person eva", eva.fullName());
    assertEquals("pl", eva.locale().getLanguage());
    assertEquals(eva.id(), enter("EVA", Somewhere.Directory.PASSWORD).orElseThrow().id());
    assertTrue(enter("eva", "wrong").isEmpty());
    assertTrue(enter("nobody", Somewhere.Directory.PASSWORD).isEmpty());
  }

  @Test
  void anEmptyPasswordIsNotEvenAskedFor() {
    directory.people.put("eva", Somewhere.person("eva"));

    assertTrue(enter("eva", "").isEmpty());
    assertEquals(0, directory.asked);
  }

  @Test
  void whoHasAPasswordHereIsNeverAskedForElsewhere() {
    User ann = people.add("ann", "MANAGER");
    directory.people.put("ann", Somewhere.person("ann"));

    assertTrue(enter("ann", Somewhere.Directory.PASSWORD).isEmpty());
    assertEquals(0, directory.asked);
    assertEquals(ann.id(), enter("ann", People.PASSWORD).orElseThrow().id());
  }

  @Test
  void aNewcomerNeverTakesTheNameOfAUser() {
    people.add("ann", "MANAGER");
    Identity other = Somewhere.person("ann");
    directory.people.put("ann@example.org", other);

    assertEquals(
        "ann-2", enter("ann@example.org", Somewhere.Directory.PASSWORD).orElseThrow().name());
  }

  @Test
  void namesThatCannotBeNamesHereAreMadeFit() {
    directory.people.put(
        "x",
        new Identity(
            "there", "1", "=Éva Nagy (HU)", null, "no e-mail", true, "xx", Set.of(), false));

    User eva = enter("x", Somewhere.Directory.PASSWORD).orElseThrow();

    assertEquals("Éva-Nagy-HU-", eva.name());
    assertEquals(eva.name(), eva.fullName());
    assertNull(view(eva).email());
  }

  @Test
  void withoutNewcomersOnlyWhoIsExpectedGetsIn() {
    directory.rules = new IdentityRules(false, false, List.of());
    directory.people.put("eva", Somewhere.person("eva"));
    directory.people.put("ann", Somewhere.person("ann"));
    User ann = people.add("ann", "MANAGER");

    assertThrows(Refused.class, () -> enter("eva", Somewhere.Directory.PASSWORD));
    people.identities.assign(ann.id(), "directory", null);

    assertEquals(ann.id(), enter("ann", Somewhere.Directory.PASSWORD).orElseThrow().id());
    assertEquals("subject-ann", people.identities.of(ann.id()).orElseThrow().subject());
  }

  @Test
  void whoIsKnownElsewhereHasNoPasswordHere() {
    User ann = people.add("ann", "MANAGER");
    SessionId session = people.sessions.open(ann, BROWSER);

    people.identities.assign(ann.id(), "directory", null);

    assertTrue(people.sessions.look(session).isEmpty(), "sessions end");
    assertTrue(enter("ann", People.PASSWORD).isEmpty());
    assertTrue(enter("ann", "nobody has this password").isEmpty());
    people.as(
        ann,
        () ->
            assertThrows(
                Refused.class,
                () ->
                    people.authentication.changeOwnPassword(People.PASSWORD, "another good one")));
    people.identities.release(ann.id());
    assertTrue(enter("ann", "nobody has this password").isEmpty());
    assertTrue(enter("ann", "").isEmpty());
  }

  @Test
  void somebodyElseOfTheSameNameIsNotHim() {
    User ann = people.add("ann", "MANAGER");
    people.identities.assign(ann.id(), "directory", "subject-of-another");
    directory.people.put("ann", Somewhere.person("ann"));

    assertTrue(enter("ann", Somewhere.Directory.PASSWORD).isEmpty());
  }

  @Test
  void theLastAdministratorWithAPasswordKeepsIt() {
    User admin =
        people.authentication.byPassword("admin", People.PASSWORD, "192.0.2.1").orElseThrow();

    assertThrows(Refused.class, () -> people.identities.assign(admin.id(), "directory", null));
    people.add("second", "ADMINISTRATOR");
    people.identities.assign(admin.id(), "directory", null);
  }

  @Test
  void groupsDecideOverRolesAtEachSignIn() {
    directory.maps("cn=sales,ou=groups", "SALESPERSON");
    directory.people.put("eva", Somewhere.person("eva", "CN=Sales,ou=groups"));
    User eva = enter("eva", Somewhere.Directory.PASSWORD).orElseThrow();
    assertEquals(List.of("SALESPERSON"), view(eva).roles());

    directory.maps("cn=sales,ou=groups", "READER");
    int edition = people.authentication.edition();
    enter("eva", Somewhere.Directory.PASSWORD);
    assertEquals(List.of("READER"), view(eva).roles());
    assertNotEquals(edition, people.authentication.edition(), "what was remembered is forgotten");

    directory.people.put("eva", Somewhere.person("eva", "others"));
    assertThrows(Refused.class, () -> enter("eva", Somewhere.Directory.PASSWORD));
  }

  @Test
  void withoutAMappingTheRolesGivenHereStay() {
    directory.people.put("eva", Somewhere.person("eva", "sales"));
    User eva = enter("eva", Somewhere.Directory.PASSWORD).orElseThrow();
    people.unitOfWork.run(
        () ->
            Sql.of(
                    people.unitOfWork,
                    "insert into security.user_role values (?, 'MANAGER')",
                    eva.id())
                .update());

    enter("eva", Somewhere.Directory.PASSWORD);

    assertEquals(List.of("MANAGER"), view(eva).roles());
  }

  @Test
  void whoIsBlockedHereStaysOut() {
    directory.people.put("eva", Somewhere.person("eva"));
    page.people.put("bob", Somewhere.person("bob"));
    block(enter("eva", Somewhere.Directory.PASSWORD).orElseThrow());
    block(arrive("bob").orElseThrow().user());

    assertTrue(enter("eva", Somewhere.Directory.PASSWORD).isEmpty());
    assertTrue(arrive("bob").isEmpty());
  }

  private void block(User user) {
    people.unitOfWork.run(
        () ->
            Sql.of(
                    people.unitOfWork,
                    "update security.app_user set blocked = true where id = ?",
                    user.id())
                .update());
  }

  @Test
  void anUnreachableDirectoryIsNamedAndLocksNobodyOut() {
    people.add("ann", "MANAGER");
    directory.away = true;

    for (int i = 0; i < 10; i++) {
      assertThrows(ProviderUnavailable.class, () -> enter("eva", Somewhere.Directory.PASSWORD));
    }

    assertTrue(enter("ann", People.PASSWORD).isPresent());
  }

  @Test
  void severalDirectoriesAreAskedOneAfterTheOther() {
    Somewhere.Directory other = new Somewhere.Directory("other");
    people.providers.bindPasswords(other);
    other.people.put("bob", Somewhere.person("bob"));
    directory.people.put("eva", Somewhere.person("eva"));

    User bob = enter("bob", Somewhere.Directory.PASSWORD).orElseThrow();
    User eva = enter("eva", Somewhere.Directory.PASSWORD).orElseThrow();

    assertEquals("other", people.identities.of(bob.id()).orElseThrow().provider());
    assertEquals("directory", people.identities.of(eva.id()).orElseThrow().provider());
    int asked = directory.asked;
    enter("bob", Somewhere.Directory.PASSWORD);
    assertEquals(asked, directory.asked, "whoever is known is asked for at his own alone");
  }

  @Test
  void whoIsKnownInOneDirectoryIsNobodyInAnother() {
    Somewhere.Directory other = new Somewhere.Directory("other");
    people.providers.bindPasswords(other);
    directory.people.put("eva", Somewhere.person("eva"));
    User eva = enter("eva", Somewhere.Directory.PASSWORD).orElseThrow();
    directory.people.clear();
    other.people.put("eva", Somewhere.person("eva"));
    other.people.put("eva@example.org", Somewhere.person("eva"));

    assertTrue(enter("eva", Somewhere.Directory.PASSWORD).isEmpty());
    User same = enter("eva@example.org", Somewhere.Directory.PASSWORD).orElseThrow();

    assertNotEquals(eva.id(), same.id(), "the same issuer and subject, told by somebody else");
    assertEquals("eva-2", same.name());
  }

  @Test
  void aDirectoryThatIsAwayHidesNoOther() {
    Somewhere.Directory other = new Somewhere.Directory("other");
    people.providers.bindPasswords(other);
    other.people.put("bob", Somewhere.person("bob"));
    directory.away = true;

    assertTrue(enter("bob", Somewhere.Directory.PASSWORD).isPresent());
    assertThrows(ProviderUnavailable.class, () -> enter("eva", Somewhere.Directory.PASSWORD));
  }

  @Test
  void guessingAtTheDirectoryIsSlowedDown() {
    directory.people.put("eva", Somewhere.person("eva"));
    for (int i = 0; i < Throttle.FREE_AT_ONE_PLACE; i++) {
      enter("eva", "wrong");
    }

    assertThrows(TooManyAttempts.class, () -> enter("eva", Somewhere.Directory.PASSWORD));
    assertEquals(Throttle.FREE_AT_ONE_PLACE, directory.asked);
  }

  @Test
  void programsSignInByTheDirectoryToo() {
    directory.people.put("eva", Somewhere.person("eva"));

    for (int i = 0; i < 3; i++) {
      assertTrue(
          people
              .authentication
              .byPassword("eva", Somewhere.Directory.PASSWORD, "192.0.2.1")
              .isPresent());
    }
    int remembered = directory.asked;
    people.clock.forward(Duration.ofMinutes(11));
    people.authentication.byPassword("eva", Somewhere.Directory.PASSWORD, "192.0.2.1");

    assertTrue(remembered <= 2, () -> remembered + " times asked");
    assertEquals(remembered + 1, directory.asked);
  }

  @Test
  void aProofAsksTheDirectoryAgain() {
    directory.people.put("eva", Somewhere.person("eva"));
    User eva = signedIn(enter("eva", Somewhere.Directory.PASSWORD).orElseThrow());

    people.as(
        eva,
        () -> {
          assertThrows(InvalidInput.class, () -> people.sessions.prove("wrong", null, "192.0.2.1"));
          people.sessions.prove(Somewhere.Directory.PASSWORD, null, "192.0.2.1");
        });
  }

  @Test
  void whoComesBackFromAPageIsKnownByIssuerAndSubject() {
    page.people.put("eva", Somewhere.person("eva"));

    SignInStep step = arrive("eva").orElseThrow();
    SessionId session = people.signIn.enter(step);

    assertEquals("eva", people.sessions.look(session).orElseThrow().name());
    assertEquals(step.user().id(), arrive("eva").orElseThrow().user().id());
  }

  @Test
  void anEmailAloneMakesNobodyHim() {
    User ann = people.add("ann", "MANAGER");
    setEmail(ann);
    page.people.put("ann", Somewhere.person("ann"));
    page.rules = new IdentityRules(false, true, List.of());

    assertThrows(Refused.class, () -> arrive("ann"), "ann has a password and is not expected");
    people.identities.assign(ann.id(), "page", null);
    page.rules = new IdentityRules(false, false, List.of());
    assertThrows(Refused.class, () -> arrive("ann"), "e-mails are not trusted");
    page.rules = new IdentityRules(false, true, List.of());
    Identity known = Somewhere.person("ann");
    page.people.put(
        "unproved",
        new Identity("there", "u", "ann", null, known.email(), false, null, Set.of(), false));
    assertThrows(Refused.class, () -> arrive("unproved"));

    assertEquals(ann.id(), arrive("ann").orElseThrow().user().id());
  }

  @Test
  void theSecondFactorThatARoleDemandsIsOursUnlessTheProviderShowsOne() {
    people.secondFactor.demandFrom(Set.of("READER"));
    page.maps("*", "READER");
    Identity eva = Somewhere.person("eva");
    page.people.put("eva", eva);
    page.people.put(
        "strong",
        new Identity("there", eva.subject(), "eva", null, null, false, null, Set.of(), true));

    assertEquals(SignInStep.Need.SETUP, arrive("eva").orElseThrow().need());
    assertEquals(SignInStep.Need.NOTHING, arrive("strong").orElseThrow().need());
  }

  @Test
  void aVisitThatTookTooLongEndsNowhere() {
    page.people.put("eva", Somewhere.person("eva"));
    var visit = visit(false);
    people.clock.forward(Duration.ofMinutes(16));

    assertThrows(Refused.class, () -> people.redirects.arrive(visit, answer("eva"), BROWSER));
  }

  @Test
  void aProofIsAVisitMadeAnewByTheSamePerson() {
    page.people.put("eva", Somewhere.person("eva"));
    page.people.put("bob", Somewhere.person("bob"));
    arrive("bob");
    User eva = signedIn(arrive("eva").orElseThrow().user());

    people.as(
        eva,
        () -> {
          assertThrows(Refused.class, () -> people.redirects.prove(visit(false), answer("eva")));
          assertThrows(Refused.class, () -> people.redirects.prove(visit(true), answer("bob")));
          assertThrows(
              Refused.class,
              () -> people.sessions.prove(People.PASSWORD, null, "192.0.2.1"),
              "no password proves anything");
          people.clock.forward(Duration.ofMinutes(20));
          User proved = people.redirects.prove(visit(true), answer("eva"));
          assertFalse(proved.credential().provedUntil().isBefore(people.clock.instant()));
        });
  }

  @Test
  void whoSignsOutLeavesThePageByWhichHeCame() {
    page.people.put("eva", Somewhere.person("eva"));
    directory.people.put("bob", Somewhere.person("bob"));
    SessionId session = people.signIn.enter(arrive("eva").orElseThrow());
    User eva = people.sessions.look(session).orElseThrow();
    User bob = signedIn(enter("bob", Somewhere.Directory.PASSWORD).orElseThrow());

    assertEquals(
        Optional.of(BACK.resolve("?hint=hint+of+eva")),
        people.acting.runAs(eva, () -> people.redirects.farewell(BACK)));
    assertEquals(Optional.empty(), people.acting.runAs(bob, () -> people.redirects.farewell(BACK)));
  }

  @Test
  void whoSignsInElsewhereIsDecidedUnderProof() {
    User ann = people.add("ann", "MANAGER");
    people.acting.provedLongAgo();

    assertThrows(ProofNeeded.class, () -> people.identities.assign(ann.id(), "page", null));
    assertThrows(ProofNeeded.class, () -> people.identities.release(ann.id()));
  }

  private Optional<User> enter(String name, String password) {
    return people.signIn.byPassword(name, password, BROWSER).map(SignInStep::user);
  }

  private Optional<SignInStep> arrive(String code) {
    return people.redirects.arrive(visit(false), answer(code), BROWSER);
  }

  private ProviderVisit visit(boolean anew) {
    return people.redirects.begin("page", BACK, anew);
  }

  private static Map<String, String> answer(String code) {
    return Map.of("code", code);
  }

  private User signedIn(User user) {
    return people.sessions.look(people.sessions.open(user, BROWSER)).orElseThrow();
  }

  private UserView view(User user) {
    return people.unitOfWork.call(() -> people.users.view(user.id())).orElseThrow();
  }

  private void setEmail(User user) {
    people.unitOfWork.run(
        () ->
            Sql.of(
                    people.unitOfWork,
                    "update security.app_user set email = lower(name) || '@example.org' where id ="
                        + " ?",
                    user.id())
                .update());
  }
}
