package org.kartoteka.security.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kartoteka.platform.api.data.Sql;
import org.kartoteka.platform.api.problem.InvalidInput;
import org.kartoteka.platform.api.problem.NotFound;
import org.kartoteka.platform.api.problem.ProofNeeded;
import org.kartoteka.platform.api.problem.TooManyRequests;
import org.kartoteka.platform.api.security.Credential;
import org.kartoteka.platform.api.security.IssueToken;
import org.kartoteka.platform.api.security.TokenView;
import org.kartoteka.platform.api.security.User;
import org.kartoteka.platform.api.settings.Installation;

class TokenServiceTest {

  private static final Duration DAY = Duration.ofDays(1);

  private final People people = new People();
  private final TokenService tokens = people.tokens;
  private final User admin = people.add("root", "ADMINISTRATOR");
  private final User ann = people.add("ann");

  @Test
  void mayDoNoMoreThanItWasGiven() {
    String token = issue(admin, new IssueToken("ci", DAY, Set.of("core.party.read"), true));

    User program = people.authentication.byToken(token).orElseThrow();

    assertEquals(admin.id(), program.id());
    assertTrue(program.may("core.party.read"));
    assertFalse(program.may("core.party.change"));
    assertEquals(Credential.Kind.TOKEN, program.credential().kind());
    assertTrue(program.credential().readOnly());
  }

  @Test
  void nobodyGivesATokenWhatHeHasNot() {
    InvalidInput refused =
        assertThrows(
            InvalidInput.class,
            () -> issue(ann, new IssueToken(" ", Duration.ZERO, Set.of("core.party.read"), false)));

    assertEquals(
        List.of("name", "days", "permissions"),
        refused.errors().stream().map(error -> error.field()).toList());
  }

  @Test
  void losesWithItsUserWhatHeLoses() {
    User clerk = people.add("clerk", "ADMINISTRATOR");
    String token = issue(clerk, new IssueToken("ci", DAY, Set.of("core.party.read"), false));

    people.unitOfWork.run(
        () ->
            Sql.of(
                    people.unitOfWork,
                    "delete from security.user_role where user_id = ?",
                    clerk.id())
                .update());

    assertEquals(Set.of(), people.authentication.byToken(token).orElseThrow().permissions());
  }

  @Test
  void isKeptAsADigestAndShownWithoutItself() {
    String token = issue(ann, new IssueToken("nightly", DAY, null, false));

    String kept =
        people.unitOfWork.call(
            () ->
                Sql.of(people.unitOfWork, "select row_to_json(t)::text from security.token t")
                    .first(row -> row.getString(1))
                    .orElseThrow());
    TokenView view = people.acting.runAs(ann, tokens::mine).get(0);

    assertFalse(kept.contains(token));
    assertFalse(kept.contains(token.substring(TokenService.PREFIX.length())));
    assertEquals("nightly", view.name());
    assertNull(view.permissions());
    assertNull(view.lastUsed());
    people.authentication.byToken(token);
    assertEquals(people.clock.instant(), people.acting.runAs(ann, tokens::mine).get(0).lastUsed());
  }

  @Test
  void runsOutAndIsRevokedByItsOwnerOrAnAdministrator() {
    String own = issue(ann, new IssueToken("own", DAY, null, false));
    String other = issue(ann, new IssueToken("other", DAY, null, false));
    String late = issue(ann, new IssueToken("late", DAY, null, false));
    List<TokenView> views = people.acting.runAs(ann, tokens::mine);
    User bob = people.add("bob");

    people.acting.nowMay();
    people.as(bob, () -> assertThrows(NotFound.class, () -> tokens.revoke(views.get(0).id())));
    people.as(ann, () -> tokens.revoke(views.get(0).id()));
    people.as(admin, () -> tokens.revoke(tokens.of(ann.id()).get(0).id()));

    assertTrue(people.authentication.byToken(own).isEmpty());
    assertTrue(people.authentication.byToken(other).isEmpty());
    assertTrue(people.authentication.byToken(late).isPresent());
    people.clock.forward(DAY);
    assertTrue(people.authentication.byToken(late).isEmpty());
  }

  @Test
  void asksNoMoreOftenThanItMayWhereverItIsUsed() {
    String token = issue(ann, new IssueToken("own", DAY, null, false));
    String other = issue(ann, new IssueToken("other", DAY, null, false));
    use(people.authentication, token, 1000);

    TooManyRequests refused =
        assertThrows(TooManyRequests.class, () -> people.authentication.byToken(token));

    assertEquals(List.of(1L), refused.arguments());
    use(people.authentication, other, 1);
    people.clock.forward(Duration.ofSeconds(1));
    use(people.authentication, token, 100);
    assertThrows(TooManyRequests.class, () -> people.authentication.byToken(token));
    people.clock.forward(Duration.ofMinutes(1));
    use(people.authentication, token, 1000);
    assertThrows(TooManyRequests.class, () -> people.authentication.byToken(token));
  }

  @Test
  void howOftenIsChosenAtTheStart(@TempDir Path folder) {
    String token = issue(ann, new IssueToken("own", DAY, null, false));
    AuthenticationService strict = started(folder, "2");
    AuthenticationService free = started(folder, "0");

    use(strict, token, 20);
    assertThrows(TooManyRequests.class, () -> strict.byToken(token));
    use(free, token, 2000);
  }

  private AuthenticationService started(Path folder, String rate) {
    return People.authentication(
        people.unitOfWork, people.acting, people.clock, new ChosenRate(folder, rate));
  }

  private record ChosenRate(Path root, String rate) implements Installation {

    @Override
    public Path folder(String name) {
      return root;
    }

    @Override
    public Optional<String> startSetting(String name) {
      return Optional.of(rate).filter(any -> name.equals(AuthenticationService.TOKEN_RATE));
    }
  }

  private static void use(AuthenticationService authentication, String token, int times) {
    for (int i = 0; i < times; i++) {
      assertTrue(authentication.byToken(token).isPresent());
    }
  }

  @Test
  void needsARecentProof() {
    people.acting.provedLongAgo();

    assertThrows(ProofNeeded.class, () -> issue(ann, new IssueToken("ci", DAY, null, false)));
  }

  private String issue(User user, IssueToken order) {
    return people.acting.runAs(user, () -> tokens.issue(order));
  }
}
