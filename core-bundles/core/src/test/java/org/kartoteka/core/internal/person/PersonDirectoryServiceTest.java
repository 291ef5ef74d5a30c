package org.kartoteka.core.internal.person;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kartoteka.core.api.party.Address;
import org.kartoteka.core.api.party.Email;
import org.kartoteka.core.api.party.PartyData;
import org.kartoteka.core.api.party.PartyId;
import org.kartoteka.core.api.party.PartyPerson;
import org.kartoteka.core.api.party.PartyQuery;
import org.kartoteka.core.api.party.PartyView;
import org.kartoteka.core.api.party.Phone;
import org.kartoteka.core.api.person.PersonData;
import org.kartoteka.core.api.person.PersonId;
import org.kartoteka.core.api.person.PersonQuery;
import org.kartoteka.core.api.person.PersonView;
import org.kartoteka.core.api.person.PersonalData;
import org.kartoteka.core.api.person.PrivateData;
import org.kartoteka.core.internal.CoreFixture;
import org.kartoteka.platform.api.data.ExpectedRevision;
import org.kartoteka.platform.api.data.Page;
import org.kartoteka.platform.api.data.PageRequest;
import org.kartoteka.platform.api.history.FieldChange;
import org.kartoteka.platform.api.problem.InvalidInput;
import org.kartoteka.platform.api.problem.Refused;
import org.kartoteka.platform.api.problem.StaleRevision;

class PersonDirectoryServiceTest {

  private static CoreFixture core;

  @BeforeAll
  static void start() {
    core = new CoreFixture();
  }

  @AfterAll
  static void stop() {
    core.close();
  }

  @Test
  void a_person_is_kept_with_all_its_data() {
    PartyView firm = core.parties.register(PartyData.organisation("Firm"));

    PersonView added = core.persons.add(firm.id(), everything("Анна", "Иванова", null));

    assertEquals(added, core.persons.get(added.id()));
    assertEquals("Firm", added.partyName());
    assertEquals(LocalDate.of(1980, 5, 31), added.personalData().birthday());
    assertEquals("--06-24", added.personalData().nameDay());
    assertEquals("+48600123456", added.privateData().phones().get(0).value());
  }

  @Test
  void whose_private_and_personal_data_were_handed_out_stands_in_the_audit_log() {
    PartyView firm = core.parties.register(PartyData.organisation("Firm"));
    PersonView open = core.persons.add(firm.id(), PersonData.named("Open", "Book"));
    PersonView guarded = core.persons.add(firm.id(), everything("Анна", "Иванова", null));
    int before = core.audit.entries().size();

    core.persons.get(open.id());
    core.persons.brief(PersonQuery.of(firm.id()), PageRequest.first());
    assertEquals(before, core.audit.entries().size());

    core.persons.page(PersonQuery.of(firm.id()), PageRequest.first());
    assertEquals(
        List.of("privateData", "personalData"),
        core.audit.entries().stream()
            .skip(before)
            .filter(entry -> entry.record().id().equals("" + guarded.id().value()))
            .map(entry -> entry.details().get(0).field())
            .toList());

    core.user.nowMay("core.person.read");
    core.persons.get(guarded.id());
    core.user.nowMay("*");
    assertEquals(before + 2, core.audit.entries().size());
  }

  @Test
  void a_natural_person_has_exactly_one_person() throws Exception {
    PartyView party = core.parties.register(PartyData.naturalPerson("Jan", "Kowalski"));
    PersonView sole = soleOf(party.id());

    assertEquals("Jan Kowalski", party.name());
    assertEquals("Jan", sole.firstName());
    assertThrows(
        Refused.class, () -> core.persons.add(party.id(), PersonData.named("Second", "One")));
    assertThrows(Refused.class, () -> core.persons.remove(sole.id(), ExpectedRevision.any()));
    assertEquals(1, core.persons.count(PersonQuery.of(party.id()), 10));
  }

  @Test
  void what_both_cards_share_is_one_truth_in_both_directions() {
    PartyView party = core.parties.register(PartyData.naturalPerson("Jan", "Kowalski"));
    PersonView sole = soleOf(party.id());

    core.persons.change(
        sole.id(),
        ExpectedRevision.of(sole.revision()),
        shared(sole, "Janina", "Nowak", List.of(new Phone("MOBILE", "600 123 456"))));

    PartyView followed = core.parties.get(party.id());
    assertEquals("Janina Nowak", followed.name());
    assertEquals(new PartyPerson("Janina", "Nowak", null), followed.person());
    assertEquals("+48600123456", followed.phones().get(0).value());
    assertTrue(followed.revision() > party.revision());
    assertEquals(
        List.of(party.id()),
        core.parties.page(PartyQuery.text("600123456"), PageRequest.first()).items().stream()
            .map(found -> found.id())
            .filter(party.id()::equals)
            .toList());

    PartyData moved = withPerson(followed, new PartyPerson("Jan", "Zielony", "M"), List.of());
    core.parties.change(party.id(), ExpectedRevision.of(followed.revision()), moved);

    PersonView after = soleOf(party.id());
    assertEquals("Zielony", after.lastName());
    assertEquals("M", after.sex());
    assertEquals(List.of(), after.phones());
    assertEquals(
        List.of("name", "phones"),
        core
            .history
            .of("party", "" + party.id().value(), PageRequest.first())
            .items()
            .get(1)
            .changes()
            .stream()
            .map(change -> change.field())
            .toList());
  }

  @Test
  void a_change_of_what_is_shared_makes_both_cards_read_before_stale() {
    PartyView party = core.parties.register(PartyData.naturalPerson("Old", "Name"));
    PersonView sole = soleOf(party.id());
    core.parties.change(
        party.id(),
        ExpectedRevision.of(party.revision()),
        withPerson(party, new PartyPerson("New", "Name", null), List.of()));

    assertThrows(
        StaleRevision.class,
        () ->
            core.persons.change(
                sole.id(),
                ExpectedRevision.of(sole.revision()),
                shared(sole, "Old", "Name", List.of(new Phone(null, "123456")))));

    assertEquals("New", soleOf(party.id()).firstName());
  }

  @Test
  void changes_from_both_cards_at_once_leave_both_equal() throws Exception {
    PartyView party = core.parties.register(PartyData.naturalPerson("Start", "Person"));
    PersonId sole = soleOf(party.id()).id();
    ExecutorService threads = Executors.newFixedThreadPool(6);
    List<Callable<Void>> changes = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      int number = i;
      changes.add(
          () -> {
            String name = "Name" + number;
            List<Phone> phones = List.of(new Phone(null, "+4860012345" + number % 10));
            if (new Random(number).nextBoolean()) {
              core.parties.change(
                  party.id(),
                  ExpectedRevision.any(),
                  withPerson(party, new PartyPerson(name, "Person", null), phones));
            } else {
              PersonView seen = core.persons.get(sole);
              core.persons.change(
                  sole, ExpectedRevision.any(), shared(seen, name, "Person", phones));
            }
            return null;
          });
    }
    for (Future<Void> done : threads.invokeAll(changes)) {
      done.get();
    }
    threads.shutdown();

    PartyView after = core.parties.get(party.id());
    PersonView person = core.persons.get(sole);
    assertEquals(person.fullName(), after.name());
    assertEquals(person.phones(), after.phones());
    assertEquals(
        person.phones().get(0).value(), core.parties.summaries(List.of(party.id())).get(0).phone());
  }

  @Test
  void the_history_calls_a_superior_by_name() {
    PartyId firm = core.parties.register(PartyData.organisation("Named superiors")).id();
    PersonView boss = core.persons.add(firm, PersonData.named("Jan", "Boss"));
    PersonView below = core.persons.add(firm, named("Below", boss.id()));
    core.persons.remove(boss.id(), ExpectedRevision.any());

    assertEquals(
        List.of(
            new FieldChange("superiorId", "Jan Boss", null),
            new FieldChange("superiorId", null, "Jan Boss")),
        core.history.of("person", "" + below.id().value(), PageRequest.first()).items().stream()
            .flatMap(act -> act.changes().stream())
            .filter(change -> change.field().equals("superiorId"))
            .toList());
  }

  @Test
  void superiors_never_make_a_circle() throws Exception {
    PartyId firm = core.parties.register(PartyData.organisation("Hierarchy")).id();
    PersonView a = core.persons.add(firm, named("A", null));
    PersonView b = core.persons.add(firm, named("B", a.id()));
    PersonView c = core.persons.add(firm, named("C", b.id()));
    PersonView stranger =
        core.persons.add(
            core.parties.register(PartyData.organisation("Other")).id(), named("S", null));

    assertEquals("cycle", code(() -> changeSuperior(a, c.id())));
    assertEquals("cycle", code(() -> changeSuperior(a, a.id())));
    assertEquals("otherParty", code(() -> changeSuperior(a, stranger.id())));
    assertEquals("unknownPerson", code(() -> changeSuperior(a, new PersonId(99_999_999))));
    assertNull(core.persons.get(a.id()).superiorId());

    core.persons.remove(b.id(), ExpectedRevision.any());
    assertNull(core.persons.get(c.id()).superiorId());
  }

  @Test
  void two_opposite_superiors_at_once_do_not_make_a_circle() throws Exception {
    PartyId firm = core.parties.register(PartyData.organisation("Race")).id();
    for (int round = 0; round < 10; round++) {
      PersonView a = core.persons.add(firm, named("A" + round, null));
      PersonView b = core.persons.add(firm, named("B" + round, null));
      ExecutorService threads = Executors.newFixedThreadPool(2);
      List<Callable<String>> both =
          List.of(
              () -> code(() -> changeSuperior(a, b.id())),
              () -> code(() -> changeSuperior(b, a.id())));
      List<String> codes = new ArrayList<>();
      for (Future<String> one : threads.invokeAll(both)) {
        codes.add(one.get());
      }
      threads.shutdown();

      assertEquals(1, codes.stream().filter("cycle"::equals).count(), codes.toString());
    }
  }

  @Test
  void groups_of_data_without_right_are_hidden_and_stay() {
    PartyId firm = core.parties.register(PartyData.organisation("Discreet")).id();
    PersonView added = core.persons.add(firm, everything("Ewa", "Cicha", null));
    core.user.nowMay("core.person.read", "core.person.change");
    try {
      PersonView seen = core.persons.get(added.id());
      assertNull(seen.privateData());
      assertNull(seen.personalData());
      core.persons.change(
          added.id(), ExpectedRevision.of(seen.revision()), everything("Eva", "Cicha", "x"));
    } finally {
      core.user.nowMay("*");
    }

    PersonView after = core.persons.get(added.id());
    assertEquals("Eva", after.firstName());
    assertEquals(added.privateData(), after.privateData());
    assertEquals(added.personalData(), after.personalData());
  }

  @ParameterizedTest
  @ValueSource(strings = {"name", "-name", "party", "-party"})
  void pages_neither_lose_nor_repeat_a_person(String sort) {
    HashSet<PersonId> expected = new HashSet<>();
    for (int i = 0; i < 23; i++) {
      PartyId firm = core.parties.register(PartyData.organisation("Firm " + i % 3)).id();
      expected.add(core.persons.add(firm, PersonData.named("Paged" + sort, "P" + i % 4)).id());
    }

    List<PersonId> seen = new ArrayList<>();
    String after = null;
    do {
      Page<PersonView> page =
          core.persons.page(
              new PersonQuery("paged " + sort, null), new PageRequest(5, after, sort));
      page.items().forEach(person -> seen.add(person.id()));
      after = page.next();
    } while (after != null);
    seen.retainAll(expected);

    assertEquals(23, seen.size());
    assertEquals(expected, new HashSet<>(seen));
  }

  private static PersonView changeSuperior(PersonView person, PersonId superior) {
    return core.persons.change(
        person.id(), ExpectedRevision.any(), named(person.lastName(), superior));
  }

  private static String code(Runnable act) {
    try {
      act.run();
      return null;
    } catch (InvalidInput refused) {
      return refused.errors().get(0).code();
    }
  }

  private static PersonView soleOf(PartyId party) {
    List<PersonView> persons =
        core.persons.page(PersonQuery.of(party), PageRequest.first()).items();
    assertEquals(1, persons.size());
    return persons.get(0);
  }

  private static PersonData named(String lastName, PersonId superior) {
    return PersonData.named(null, lastName).toBuilder().superiorId(superior).build();
  }

  private static PersonData shared(
      PersonView person, String firstName, String lastName, List<Phone> phones) {
    PersonData data = person.data();
    return data.toBuilder()
        .firstName(firstName)
        .lastName(lastName)
        .phones(phones)
        .privateData(null)
        .personalData(null)
        .custom(null)
        .build();
  }

  private static PartyData withPerson(PartyView party, PartyPerson person, List<Phone> phones) {
    PartyData data = party.data();
    return data.toBuilder().name(null).number(null).phones(phones).person(person).build();
  }

  private static PersonData everything(String firstName, String lastName, String hobby) {
    return PersonData.named(firstName, lastName).toBuilder()
        .sex("f")
        .remarks("Likes tea.\nAnd cake.")
        .position("Director")
        .department("Sales")
        .profession("Engineer")
        .education("University")
        .phones(List.of(new Phone("OFFICE", "+359 2 981 12 34")))
        .emails(List.of(new Email("OFFICE", "anna@example.bg")))
        .privateData(
            new PrivateData(
                new Address("HOME", "ul. Wiosenna 1", "00-001", "Warszawa", null, "PL"),
                List.of(new Phone("PRIVATE", "600 123 456")),
                List.of(new Email("PRIVATE", "a@example.org"))))
        .personalData(
            new PersonalData(
                LocalDate.of(1980, 5, 31), "06-24", "Wedding in June", "Two cats", hobby, "Chess"))
        .build();
  }
}
