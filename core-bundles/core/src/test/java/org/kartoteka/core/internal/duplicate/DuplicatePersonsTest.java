package org.kartoteka.core.internal.duplicate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.kartoteka.core.api.duplicate.DuplicatePersons;
import org.kartoteka.core.api.duplicate.DuplicatePersonsQuery;
import org.kartoteka.core.api.duplicate.DuplicateQuery;
import org.kartoteka.core.api.duplicate.Resemblance;
import org.kartoteka.core.api.duplicate.SimilarPerson;
import org.kartoteka.core.api.merge.MergeId;
import org.kartoteka.core.api.merge.MergeParties;
import org.kartoteka.core.api.merge.MergePersons;
import org.kartoteka.core.api.party.PartyData;
import org.kartoteka.core.api.party.PartyId;
import org.kartoteka.core.api.party.Phone;
import org.kartoteka.core.api.person.PersonData;
import org.kartoteka.core.api.person.PersonId;
import org.kartoteka.core.api.person.PersonView;
import org.kartoteka.core.api.person.PersonalData;
import org.kartoteka.core.api.person.PrivateData;
import org.kartoteka.core.internal.CoreFixture;
import org.kartoteka.platform.api.data.ExpectedRevision;
import org.kartoteka.platform.api.data.PageRequest;
import org.kartoteka.platform.api.problem.Forbidden;
import org.kartoteka.platform.api.problem.InvalidInput;
import org.kartoteka.platform.api.problem.NotFound;
import org.kartoteka.platform.api.problem.Refused;

/** Contact persons who are there twice; each test has names of its own. */
class DuplicatePersonsTest {

  private static final LocalDate BORN = LocalDate.of(1971, 3, 9);

  private static CoreFixture core;

  @BeforeAll
  static void start() {
    core = new CoreFixture();
  }

  @AfterAll
  static void stop() {
    core.close();
  }

  @AfterEach
  void mayAll() {
    core.user.nowMay("*");
  }

  @Test
  void a_person_of_the_same_party_is_recognised_while_typing_before_those_of_others() {
    PartyId mill = party("Mill of Order");
    PersonView elsewhere =
        core.persons.add(party("Bakery of Order"), person("Żaneta", "Krzyżówka", "600100201"));
    PersonView there = core.persons.add(mill, PersonData.named("Żaneta", "Krzyżówka"));
    PersonView namesake =
        core.persons.add(party("Dairy of Order"), PersonData.named("Żaneta", "Krzyżówka"));
    core.findDuplicates();

    List<SimilarPerson> similar =
        core.duplicates.check(person("Zaneta", "Krzyzowka", "+48 600 100 201"), mill, null, 5);

    assertEquals(
        List.of(there.id(), elsewhere.id()), similar.stream().map(o -> o.person().id()).toList());
    assertTrue(similar.get(1).resemblances().contains(Resemblance.PHONE));
    assertFalse(ids(similar).contains(namesake.id()), "of one name there are many");
  }

  @Test
  void a_natural_person_is_recognised_by_the_data_of_a_contact_person() {
    PartyId natural =
        core.parties
            .register(
                PartyData.naturalPerson("Wit", "Samojedny").toBuilder()
                    .phones(List.of(new Phone("MOBILE", "600100202")))
                    .build())
            .id();
    core.findDuplicates();

    List<SimilarPerson> similar =
        core.duplicates.check(person("Wit", "Samojedny", "600100202"), null, null, 5);

    assertEquals(1, similar.size());
    assertEquals(natural, similar.get(0).person().partyId());
    PersonView contact =
        core.persons.add(party("Firm of Wit"), person("Wit", "Samojedny", "600100202"));
    core.findDuplicates();
    assertEquals(List.of(), pairs(contact.id()), "a natural person is compared as a party");
  }

  @Test
  void a_person_does_not_resemble_itself_and_unfinished_data_are_no_problem() {
    PartyId party = party("Firm of Itself");
    PersonView person = core.persons.add(party, PersonData.named("Iwo", "Samotnik"));
    core.findDuplicates();

    assertEquals(List.of(), core.duplicates.check(person.data(), party, person.id(), 5));
    assertEquals(List.of(), core.duplicates.check(PersonData.named(null, null), null, null, 5));
    assertThrows(InvalidInput.class, () -> core.duplicates.check(person.data(), party, null, 51));
    assertThrows(
        NotFound.class, () -> core.duplicates.check(person.data(), new PartyId(987654), null, 5));
  }

  @Test
  void a_person_that_is_edited_resembles_nobody_who_was_told_apart() {
    PartyId party = party("Firm of Namesakes");
    PersonView edited = core.persons.add(party, PersonData.named("Jan", "Imiennik"));
    PersonView apart = core.persons.add(party, PersonData.named("Jan", "Imiennik"));
    core.findDuplicates();
    assertEquals(
        List.of(apart.id()), ids(core.duplicates.check(edited.data(), party, edited.id(), 5)));

    core.duplicates.dismiss(edited.id(), apart.id());

    assertEquals(List.of(), core.duplicates.check(edited.data(), party, edited.id(), 5));
    assertEquals(2, core.duplicates.check(edited.data(), party, null, 5).size());
  }

  @Test
  void secrets_are_neither_told_nor_found_by_who_may_not_read_them() {
    PartyId other = party("Secret Other");
    PersonView there =
        core.persons.add(other, secret(person("Sekretna", "Osobliwa", null), "600100203", BORN));
    core.findDuplicates();
    PersonData typed = secret(person("Sekretna", "Osobliwa", "600100203"), null, BORN);

    List<SimilarPerson> all = core.duplicates.check(typed, null, null, 5);

    assertEquals(there.id(), all.get(0).person().id());
    assertEquals(
        Set.of(Resemblance.NAME, Resemblance.PRIVATE_CONTACT, Resemblance.BIRTHDAY),
        new HashSet<>(all.get(0).resemblances()));
    assertEquals(null, all.get(0).person().privateData());
    assertEquals(null, all.get(0).person().personalData());

    core.user.nowMay("core.person.read", "core.person.personal");
    assertEquals(
        Set.of(Resemblance.NAME, Resemblance.BIRTHDAY),
        new HashSet<>(core.duplicates.check(typed, null, null, 5).get(0).resemblances()));

    core.user.nowMay("core.person.read", "core.person.private");
    assertEquals(
        Set.of(Resemblance.NAME, Resemblance.PRIVATE_CONTACT),
        new HashSet<>(core.duplicates.check(typed, null, null, 5).get(0).resemblances()));

    core.user.nowMay("core.person.read");
    assertEquals(List.of(), core.duplicates.check(typed, null, null, 5));
  }

  @Test
  void a_pair_tells_no_secret_to_who_may_not_read_it() {
    PersonView one =
        core.persons.add(
            party("Pair Secret One"),
            secret(person("Ukryta", "Parzysta", null), "600100204", BORN));
    core.persons.add(
        party("Pair Secret Two"), secret(person("Ukryta", "Parzysta", null), "600100204", BORN));
    core.findDuplicates();
    assertEquals(
        Set.of(Resemblance.NAME, Resemblance.PRIVATE_CONTACT, Resemblance.BIRTHDAY),
        new HashSet<>(pairs(one.id()).get(0).resemblances()));

    core.user.nowMay("core.person.read");

    assertEquals(List.of(Resemblance.NAME), pairs(one.id()).get(0).resemblances());
    assertEquals(null, pairs(one.id()).get(0).first().personalData());
  }

  @Test
  void two_of_one_party_are_a_pair_until_they_are_one_and_again_when_that_is_undone() {
    PartyId party = party("Firm of Twins");
    PersonView one = core.persons.add(party, PersonData.named("Bogna", "Podwójna"));
    PersonView other = core.persons.add(party, PersonData.named("Bogna", "Podwojna"));
    core.findDuplicates();
    DuplicatePersons pair = pairs(one.id()).get(0);
    assertEquals(one.id(), pair.first().id());
    assertEquals(other.id(), pair.second().id());
    assertTrue(pair.areOfOneParty());

    MergeId merge =
        core.merges.merge(new MergePersons(one.id(), List.of(other.id()), Map.of(), Map.of())).id();

    assertEquals(List.of(), pairs(one.id()));
    core.findDuplicates();
    assertEquals(List.of(), pairs(one.id()));
    core.merges.undo(merge);
    core.findDuplicates();
    assertEquals(1, pairs(one.id()).size());
  }

  @Test
  void persons_of_two_parties_can_be_merged_once_the_parties_are_one() {
    PartyId left = party("Left of Apart");
    PartyId right = party("Right of Apart");
    PersonView one = core.persons.add(left, person("Cecylia", "Rozdzielna", "600100205"));
    PersonView other = core.persons.add(right, person("Cecylia", "Rozdzielna", "600100205"));
    PersonView namesake =
        core.persons.add(party("Third of Apart"), PersonData.named("Cecylia", "Rozdzielna"));
    core.findDuplicates();
    DuplicatePersons apart = pairs(one.id()).get(0);
    assertFalse(apart.areOfOneParty());
    assertEquals(1, pairs(one.id()).size(), namesake + " shares the name only");
    MergePersons order = new MergePersons(one.id(), List.of(other.id()), Map.of(), Map.of());
    assertThrows(Refused.class, () -> core.merges.merge(order));

    core.merges.merge(new MergeParties(left, List.of(right), Map.of(), Map.of()));
    core.findDuplicates();

    assertTrue(pairs(one.id()).get(0).areOfOneParty());
    core.merges.merge(order);
    assertEquals(List.of(), pairs(one.id()));
  }

  @Test
  void a_dismissed_pair_is_not_shown_again_until_it_is_reopened() {
    PartyId party = party("Firm of Namesakes");
    PersonView one = core.persons.add(party, PersonData.named("Jan", "Imiennik"));
    PersonView other = core.persons.add(party, PersonData.named("Jan", "Imiennik"));
    core.findDuplicates();

    core.duplicates.dismiss(other.id(), one.id());
    core.persons.change(other.id(), ExpectedRevision.any(), person("Jan", "Imiennik", "600100206"));
    core.findDuplicates();

    assertEquals(List.of(), pairs(one.id()));
    assertEquals(
        "tester",
        core.duplicates
            .page(new DuplicatePersonsQuery(one.id(), true), PageRequest.first())
            .items()
            .get(0)
            .dismissedBy());
    core.duplicates.reopen(one.id(), other.id());
    assertEquals(1, pairs(one.id()).size());
  }

  @Test
  void a_pair_is_gone_with_a_correction_and_with_a_removal() {
    PartyId party = party("Firm of Corrections");
    PersonView one = core.persons.add(party, PersonData.named("Ewa", "Poprawna"));
    PersonView other = core.persons.add(party, PersonData.named("Ewa", "Poprawna"));
    PersonView third = core.persons.add(party, PersonData.named("Ewa", "Poprawna"));
    core.findDuplicates();
    assertEquals(2, pairs(one.id()).size());

    core.persons.change(
        other.id(), ExpectedRevision.any(), PersonData.named("Teofil", "Wrzeciono"));
    core.persons.remove(third.id(), ExpectedRevision.any());

    assertFalse(pairs(one.id()).stream().anyMatch(pair -> pair.second().id().equals(third.id())));
    core.findDuplicates();
    assertEquals(List.of(), pairs(one.id()));
  }

  @Test
  void a_number_of_a_party_and_of_a_person_are_not_confused() {
    PartyId first = party("Same Number Works");
    PartyId second = party("Same Number Works");
    PersonView one = core.persons.add(first, person("Numa", "Liczbowy", "600100207"));
    core.persons.add(first, person("Numa", "Liczbowy", "600100207"));
    core.findDuplicates();

    core.parties.change(
        second, ExpectedRevision.any(), PartyData.organisation("Something Else Entirely"));
    core.findDuplicates();

    assertEquals(
        List.of(),
        core.duplicates.page(new DuplicateQuery(first, false), PageRequest.first()).items());
    assertEquals(1, pairs(one.id()).size());
  }

  @Test
  void progress_counts_persons_apart_and_deciding_needs_the_right_to_merge() {
    PartyId party = party("Firm of Progress");
    long before = core.duplicates.progress().openPersons();
    core.persons.add(party, PersonData.named("Postęp", "Liczony"));
    core.persons.add(party, PersonData.named("Postęp", "Liczony"));
    assertTrue(core.duplicates.progress().waitingPersons() >= 2);
    core.findDuplicates();
    assertEquals(0, core.duplicates.progress().waitingPersons());
    assertEquals(before + 1, core.duplicates.progress().openPersons());

    core.user.nowMay("core.party.read");
    assertEquals(0, core.duplicates.progress().openPersons());
    assertThrows(Forbidden.class, () -> pairs(new PersonId(1)));
    core.user.nowMay("core.person.read");
    assertThrows(Forbidden.class, () -> core.duplicates.dismiss(new PersonId(1), new PersonId(2)));
    core.user.nowMay("*");
    assertThrows(NotFound.class, () -> core.duplicates.dismiss(new PersonId(1), new PersonId(2)));
  }

  private static List<PersonId> ids(List<SimilarPerson> similar) {
    return similar.stream().map(one -> one.person().id()).toList();
  }

  private static List<DuplicatePersons> pairs(PersonId person) {
    return core.duplicates
        .page(new DuplicatePersonsQuery(person, false), PageRequest.first())
        .items();
  }

  private static PartyId party(String name) {
    return core.parties.register(PartyData.organisation(name)).id();
  }

  private static PersonData person(String first, String last, String phone) {
    return PersonData.named(first, last).toBuilder()
        .phones(phone == null ? null : List.of(new Phone("MOBILE", phone)))
        .build();
  }

  private static PersonData secret(PersonData data, String privatePhone, LocalDate birthday) {
    return PersonData.named(data.firstName(), data.lastName()).toBuilder()
        .phones(data.phones())
        .emails(data.emails())
        .privateData(
            privatePhone == null
                ? null
                : new PrivateData(null, List.of(new Phone("MOBILE", privatePhone)), null))
        .personalData(PersonalData.born(birthday))
        .build();
  }
}
