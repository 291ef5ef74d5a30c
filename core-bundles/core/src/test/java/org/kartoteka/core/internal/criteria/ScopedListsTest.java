package org.kartoteka.core.internal.criteria;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kartoteka.core.api.merge.MergeParties;
import org.kartoteka.core.api.merge.MergeView;
import org.kartoteka.core.api.party.Address;
import org.kartoteka.core.api.party.PartyData;
import org.kartoteka.core.api.party.PartyId;
import org.kartoteka.core.api.party.PartyQuery;
import org.kartoteka.core.api.party.PartyStatus;
import org.kartoteka.core.api.party.PartySummary;
import org.kartoteka.core.api.party.PartyView;
import org.kartoteka.core.api.person.PersonData;
import org.kartoteka.core.api.person.PersonQuery;
import org.kartoteka.core.api.person.PersonView;
import org.kartoteka.core.internal.CoreFixture;
import org.kartoteka.platform.api.data.ExpectedRevision;
import org.kartoteka.platform.api.data.Page;
import org.kartoteka.platform.api.data.PageRequest;
import org.kartoteka.platform.api.security.RecordScope;
import org.kartoteka.platform.api.security.UserId;

/** Lists of those who reach the records of some owners: the whole lists without the others. */
class ScopedListsTest {

  private static final UserId SELF = new UserId(1);
  private static final UserId COLLEAGUE = new UserId(2);
  private static final UserId STRANGER = new UserId(3);
  private static final UserId NOBODY_YET = new UserId(4);
  private static final Set<UserId> BRANCH = Set.of(SELF, COLLEAGUE, NOBODY_YET);
  private static final List<String> NAMES = List.of("Żółw", "Ave", "ave", "Íris", "Борис", "Zed");
  private static final int PARTIES = 30;

  private static CoreFixture core;

  @BeforeAll
  static void start() {
    core = new CoreFixture();
    core.users
        .with(1, "tester", "Test Person")
        .with(2, "colleague", "A Colleague")
        .with(3, "stranger", "A Stranger")
        .with(4, "new", "Nobody Yet");
    List<UserId> owners = new ArrayList<>(List.of(SELF, COLLEAGUE, STRANGER));
    owners.add(null);
    for (int i = 0; i < PARTIES; i++) {
      String name = NAMES.get(i % NAMES.size()) + " " + i / 7;
      PartyView party = core.parties.register(party(name, i, owners.get(i % owners.size())));
      if (i % 3 == 0) {
        core.parties.changeStatus(party.id(), any(), PartyStatus.ACTIVE, null);
      }
      core.persons.add(party.id(), PersonData.named("Ann", name));
    }
  }

  @AfterAll
  static void stop() {
    core.close();
  }

  @BeforeEach
  void reachAll() {
    core.scopes.nowReach(RecordScope.ALL);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "name",
        "-name",
        "number",
        "-number",
        "status",
        "-status",
        "city",
        "-city",
        "rating",
        "-rating",
        "changedAt",
        "-changedAt"
      })
  void parties_of_several_owners_come_in_the_order_of_all(String sort) {
    List<PartyId> wanted =
        parties(PartyQuery.all(), sort).stream()
            .filter(party -> party.ownerId() != null && BRANCH.contains(party.ownerId()))
            .map(PartySummary::id)
            .toList();
    core.scopes.nowReach(new RecordScope(false, BRANCH, Set.of()));

    assertEquals(
        wanted, parties(PartyQuery.all(), sort).stream().map(PartySummary::id).toList(), sort);
  }

  @Test
  void a_filter_holds_for_the_parties_of_each_owner() {
    PartyQuery active = PartyQuery.where().status(PartyStatus.ACTIVE).query();
    List<PartyId> wanted =
        parties(active, "name").stream()
            .filter(party -> party.ownerId() != null && BRANCH.contains(party.ownerId()))
            .map(PartySummary::id)
            .toList();
    core.scopes.nowReach(new RecordScope(false, BRANCH, Set.of()));

    assertEquals(wanted, parties(active, "name").stream().map(PartySummary::id).toList());
  }

  @ParameterizedTest
  @ValueSource(strings = {"name", "-name", "party", "-party"})
  void persons_of_several_owners_come_in_the_order_of_all(String sort) {
    List<PersonView> all = persons(sort);
    core.scopes.nowReach(new RecordScope(false, BRANCH, Set.of()));
    Set<PartyId> reached =
        Set.copyOf(parties(PartyQuery.all(), "name").stream().map(PartySummary::id).toList());

    assertEquals(
        all.stream().filter(one -> reached.contains(one.partyId())).map(PersonView::id).toList(),
        persons(sort).stream().map(PersonView::id).toList());
  }

  @Test
  void a_person_follows_its_party_to_another_owner_and_into_another_party() {
    UserId first = new UserId(11);
    UserId second = new UserId(12);
    core.users.with(11, "first", "First").with(12, "second", "Second");
    PartyView one = core.parties.register(party("Followed One", 1, first));
    PartyView other = core.parties.register(party("Followed Other", 2, second));
    core.persons.add(one.id(), PersonData.named("Folly", "Follower"));
    assertEquals(1, reachedBy(first));
    assertEquals(0, reachedBy(second));

    core.parties.change(one.id(), any(), party("Followed One", 1, second));
    assertEquals(0, reachedBy(first));
    assertEquals(1, reachedBy(second));

    core.parties.change(one.id(), any(), party("Followed One", 1, first));
    MergeView merge = core.merges.merge(MergeParties.usual(other.id(), one.id()));
    assertEquals(0, reachedBy(first));
    assertEquals(1, reachedBy(second));

    core.merges.undo(merge.id());
    assertEquals(1, reachedBy(first));
    assertEquals(0, reachedBy(second));
  }

  private static long reachedBy(UserId owner) {
    core.scopes.nowReach(RecordScope.ownedBy(Set.of(owner)));
    try {
      return core.persons.count(new PersonQuery(null, null), 100);
    } finally {
      core.scopes.nowReach(RecordScope.ALL);
    }
  }

  private static List<PartySummary> parties(PartyQuery query, String sort) {
    return all(request -> core.parties.page(query, request), sort);
  }

  private static List<PersonView> persons(String sort) {
    return all(request -> core.persons.page(new PersonQuery(null, null), request), sort);
  }

  /** All pages, small ones, so that each order is taken up again several times. */
  private static <T> List<T> all(Function<PageRequest, Page<T>> source, String sort) {
    List<T> found = new ArrayList<>();
    String after = null;
    do {
      Page<T> page = source.apply(new PageRequest(4, after, sort));
      found.addAll(page.items());
      after = page.next();
    } while (after != null);
    return found;
  }

  private static PartyData party(String name, int number, UserId owner) {
    return PartyData.organisation(name).toBuilder()
        .addresses(
            number % 4 == 0
                ? null
                : List.of(new Address("SEAT", null, null, "City " + number % 5, null, "PL")))
        .rating(number % 3 == 0 ? null : number % 5 + 1)
        .ownerId(owner)
        .build();
  }

  private static ExpectedRevision any() {
    return ExpectedRevision.any();
  }
}
