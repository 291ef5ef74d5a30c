package org.kartoteka.security.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.kartoteka.platform.api.history.ChangeView;
import org.kartoteka.platform.api.problem.Forbidden;
import org.kartoteka.platform.api.problem.InvalidInput;
import org.kartoteka.platform.api.problem.NotFound;
import org.kartoteka.platform.api.problem.ProofNeeded;
import org.kartoteka.platform.api.problem.Refused;
import org.kartoteka.platform.api.security.DeputyshipData;
import org.kartoteka.platform.api.security.DeputyshipId;
import org.kartoteka.platform.api.security.DeputyshipView;
import org.kartoteka.platform.api.security.Extent;
import org.kartoteka.platform.api.security.RecordAction;
import org.kartoteka.platform.api.security.RecordScope;
import org.kartoteka.platform.api.security.RoleView;
import org.kartoteka.platform.api.security.ScopeGrant;
import org.kartoteka.platform.api.security.User;
import org.kartoteka.platform.api.security.UserData;
import org.kartoteka.platform.api.security.UserId;
import org.kartoteka.testing.FakeChangeHistory;

/** Somebody stands in while another is away. It is 10 o'clock on the first of March 2026. */
class DeputiesTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 3, 1);

  private final People people = new People();
  private final FakeChangeHistory history = new FakeChangeHistory();
  private final RecordScopesService scopes =
      new RecordScopesService(people.unitOfWork, people.acting, people.clock);
  private final DeputiesService deputies =
      new DeputiesService(
          people.unitOfWork,
          people.acting,
          people.acting,
          people.acting,
          history,
          scopes,
          people.ceiling,
          people.clock);
  private UserId ann;
  private UserId ben;
  private UserId cat;

  @BeforeEach
  void colleagues() {
    role("Own", RecordAction.READ, RecordAction.CHANGE, RecordAction.EXPORT);
    role("Reading", RecordAction.READ);
    ann = people.add("ann", "Own").id();
    ben = people.add("ben", "Own").id();
    cat = people.add("cat", "Reading").id();
  }

  @Test
  void the_deputy_reaches_what_is_the_absent_ones_while_it_lasts_and_no_longer() {
    assertEquals(Set.of(ben), reach(ben, RecordAction.READ));

    arrange(ann, ben, TODAY.plusDays(1), TODAY.plusDays(2));
    assertEquals(Set.of(ben), reach(ben, RecordAction.READ), "it begins tomorrow");

    people.clock.forward(Duration.ofHours(14).minusSeconds(10));
    assertEquals(Set.of(ben), reach(ben, RecordAction.READ), "ten seconds before midnight");
    people.clock.forward(Duration.ofSeconds(10));
    assertEquals(Set.of(ann, ben), reach(ben, RecordAction.READ));
    assertEquals(Set.of(ann, ben), reach(ben, RecordAction.CHANGE));
    assertEquals(Set.of(ann), reach(ann, RecordAction.READ));

    people.clock.forward(Duration.ofDays(2).minusSeconds(10));
    assertEquals(Set.of(ann, ben), reach(ben, RecordAction.READ), "the last day is one of it");
    people.clock.forward(Duration.ofSeconds(10));
    assertEquals(Set.of(ben), reach(ben, RecordAction.READ));
    assertEquals(List.of(), deputies.of(ann), "it is over");
  }

  @Test
  void what_is_ended_ends_at_once() {
    DeputyshipView view = arrange(ann, ben, TODAY, TODAY.plusDays(9));
    assertTrue(view.lasting());
    assertEquals(Set.of(ann, ben), reach(ben, RecordAction.READ));

    deputies.end(view.id());

    assertEquals(Set.of(ben), reach(ben, RecordAction.READ));
    assertThrows(NotFound.class, () -> deputies.end(view.id()));
  }

  @Test
  void the_deputy_gets_no_more_than_either_of_the_two_has() {
    arrange(ann, cat, TODAY, TODAY);
    assertEquals(Set.of(ann, cat), reach(cat, RecordAction.READ));
    assertEquals(Set.of(), reach(cat, RecordAction.CHANGE), "Cat changes nothing herself");

    arrange(cat, ben, TODAY, TODAY);
    assertEquals(Set.of(ben, cat), reach(ben, RecordAction.READ));
    assertEquals(Set.of(ben), reach(ben, RecordAction.CHANGE), "Cat changes nothing");
    assertEquals(Set.of(ben), reach(ben, RecordAction.EXPORT));
  }

  @Test
  void for_a_superior_one_stands_in_for_his_own_records_only() {
    UserId boss = people.add("boss", "MANAGER").id();

    arrange(boss, ben, TODAY, TODAY);

    assertEquals(Set.of(ben, boss), reach(ben, RecordAction.READ));
  }

  @Test
  void two_for_one_one_for_two_and_rings() {
    arrange(ann, ben, TODAY, TODAY);
    arrange(ann, ben, TODAY, TODAY.plusDays(1));
    arrange(ben, ann, TODAY, TODAY);
    arrange(ben, cat, TODAY, TODAY);
    arrange(cat, ann, TODAY, TODAY);

    assertEquals(Set.of(ann, ben, cat), reach(ann, RecordAction.READ));
    assertEquals(Set.of(ann, ben), reach(ben, RecordAction.READ), "not Cat's by way of Ann");
    assertEquals(Set.of(ben, cat), reach(cat, RecordAction.READ));
  }

  @Test
  void the_absent_one_a_superior_and_who_manages_users_arrange_it() {
    UserId boss = people.add("boss", "Own").id();
    UserId director = people.add("director", "Own").id();
    below(boss, director);
    below(ann, boss);
    DeputyshipData data = new DeputyshipData(ann, ben, TODAY, TODAY);

    assertThrows(Forbidden.class, () -> as(ben, () -> deputies.arrange(data)));
    DeputyshipId own = as(ann, () -> deputies.arrange(data)).id();
    as(boss, () -> deputies.arrange(data));
    as(director, () -> deputies.arrange(data));
    assertThrows(Forbidden.class, () -> as(ben, () -> ended(own)));
    as(director, () -> ended(own));

    assertEquals(2, as(cat, () -> deputies.of(ann)).size());
    assertEquals(2, as(ben, deputies::standingIn).size());
    assertEquals(List.of(), as(ann, deputies::standingIn));
    assertEquals("boss", deputies.of(ben).get(0).arrangedBy());
    people.acting.provedLongAgo();
    assertThrows(ProofNeeded.class, () -> as(ann, () -> deputies.arrange(data)));
    assertThrows(ProofNeeded.class, () -> deputies.arrange(data));
  }

  @Test
  void who_manages_users_comes_by_no_records_by_standing_in_for_whom_he_likes() {
    UserId clerk = people.add("clerk", "Own").id();
    UserId head = people.add("head", "MANAGER").id();
    DeputyshipData forHimself = new DeputyshipData(ann, clerk, TODAY, TODAY);

    assertThrows(Refused.class, () -> managing(clerk, () -> deputies.arrange(forHimself)));
    assertEquals(false, managing(clerk, () -> deputies.mayArrange(ann)));

    assertEquals(true, managing(head, () -> deputies.mayArrange(ann)));
    DeputyshipId arranged = managing(head, () -> deputies.arrange(forHimself)).id();
    assertThrows(Refused.class, () -> managing(ben, () -> ended(arranged)));
  }

  @Test
  void what_makes_no_sense_is_refused() {
    assertField("deputyId", new DeputyshipData(ann, ann, TODAY, TODAY));
    assertField("deputyId", new DeputyshipData(ann, null, TODAY, TODAY));
    assertField("absentId", new DeputyshipData(new UserId(99_999), ben, TODAY, TODAY));
    assertField("until", new DeputyshipData(ann, ben, TODAY.plusDays(1), TODAY));
    assertField("until", new DeputyshipData(ann, ben, TODAY.minusDays(2), TODAY.minusDays(1)));
    assertField("from", new DeputyshipData(ann, ben, null, TODAY));
    people.unitOfWork.run(
        () ->
            people.users.update(ben, new UserData("ben", "ben", null, "en", List.of("Own"), true)));
    assertField("deputyId", new DeputyshipData(ann, ben, TODAY, TODAY));
  }

  @Test
  void the_history_of_the_absent_one_tells_of_it() {
    deputies.end(arrange(ann, ben, TODAY, TODAY).id());

    List<ChangeView> changes = history.changes();
    assertEquals("user", changes.get(0).record().type());
    assertEquals("" + ann.value(), changes.get(0).record().id());
    assertEquals("ben, 2026-03-01 – 2026-03-01", changes.get(0).changes().get(0).after());
    assertEquals("ben, 2026-03-01 – 2026-03-01", changes.get(1).changes().get(0).before());
  }

  private DeputyshipView arrange(UserId absent, UserId deputy, LocalDate from, LocalDate until) {
    return deputies.arrange(new DeputyshipData(absent, deputy, from, until));
  }

  private Object ended(DeputyshipId id) {
    deputies.end(id);
    return id;
  }

  private Set<UserId> reach(UserId user, RecordAction action) {
    RecordScope scope = as(user, () -> scopes.of(action));
    assertTrue(!scope.all() && scope.registers().isEmpty(), scope::toString);
    return scope.owners();
  }

  private <T> T as(UserId id, Supplier<T> act) {
    return people.acting.runAs(new User(id, userName(id), "", Locale.ENGLISH, Set.of("some")), act);
  }

  private <T> T managing(UserId id, Supplier<T> act) {
    return people.acting.runAs(
        new User(id, userName(id), "", Locale.ENGLISH, Set.of(SecurityPermissions.MANAGE_USERS)),
        act);
  }

  private String userName(UserId id) {
    return people.unitOfWork.call(() -> people.users.view(id)).orElseThrow().name();
  }

  private void below(UserId user, UserId superior) {
    String name = userName(user);
    people.unitOfWork.run(
        () ->
            people.users.update(
                user, new UserData(name, name, null, "en", List.of("Own"), false, null, superior)));
  }

  private void role(String name, RecordAction... actions) {
    RoleTable roles = new RoleTable(people.unitOfWork);
    people.unitOfWork.run(
        () ->
            roles.save(
                new RoleView(
                    name,
                    false,
                    List.of(),
                    List.of(actions).stream()
                        .map(action -> ScopeGrant.of(action, Extent.OWN))
                        .toList())));
  }

  private void assertField(String field, DeputyshipData data) {
    Executable act = () -> deputies.arrange(data);
    assertEquals(field, assertThrows(InvalidInput.class, act).errors().get(0).field());
  }
}
