package org.kartoteka.core.internal.duplicate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kartoteka.core.api.duplicate.DuplicatePair;
import org.kartoteka.core.api.duplicate.DuplicateQuery;
import org.kartoteka.core.api.duplicate.Resemblance;
import org.kartoteka.core.api.duplicate.SimilarParty;
import org.kartoteka.core.api.party.Address;
import org.kartoteka.core.api.party.Email;
import org.kartoteka.core.api.party.Identifier;
import org.kartoteka.core.api.party.PartyData;
import org.kartoteka.core.api.party.PartyId;
import org.kartoteka.core.api.party.PartyView;
import org.kartoteka.core.api.party.Phone;
import org.kartoteka.core.api.person.PersonData;
import org.kartoteka.core.api.person.PersonQuery;
import org.kartoteka.core.api.person.PersonView;
import org.kartoteka.core.api.person.PersonalData;
import org.kartoteka.core.internal.CoreFixture;
import org.kartoteka.platform.api.data.ExpectedRevision;
import org.kartoteka.platform.api.data.Page;
import org.kartoteka.platform.api.data.PageRequest;
import org.kartoteka.platform.api.problem.Forbidden;
import org.kartoteka.platform.api.problem.NotFound;

class DuplicatesServiceTest {

  private static CoreFixture core;

  @BeforeAll
  static void start() {
    core = new CoreFixture();
  }

  @AfterAll
  static void stop() {
    core.close();
  }

  @ParameterizedTest
  @CsvSource({
    "Zakład Mechaniki Żółw sp. z o.o., ZAKLAD MECHANIKI ZOLW Spółka z ograniczoną odpowiedzialnością",
    "Хлебозавод Добруджа ЕООД, Hlebozavod Dobrudzha",
    "Brzęczyk i Synowie S.A., Synowie Brzeczyk SA",
    "Kartoflex Gdynia, Kartofelx Gdynia"
  })
  void a_name_is_recognised_in_another_spelling(String name, String typed) {
    PartyView party = core.parties.register(PartyData.organisation(name));
    core.findDuplicates();

    List<SimilarParty> similar = core.duplicates.check(PartyData.organisation(typed), null, 5);

    assertEquals(List.of(party.id()), similar.stream().map(one -> one.party().id()).toList());
    assertTrue(
        similar.get(0).resemblances().contains(Resemblance.NAME)
            || similar.get(0).resemblances().contains(Resemblance.SIMILAR_NAME));
  }

  @Test
  void a_number_typed_in_another_way_is_recognised() {
    PartyView party =
        core.parties.register(
            organisation("Firma Numeryczna", "8567346215", "600777123", "biuro@numery.example"));
    core.findDuplicates();

    assertFound(party, Resemblance.IDENTIFIER, organisation("Coś", "856-734-62-15", null, null));
    assertFound(
        party, Resemblance.PHONE, organisation("Numeryczna", null, "+48 600 777 123", null));
    assertFound(
        party, Resemblance.EMAIL, organisation("Numeryczna", null, null, "BIURO@numery.example"));
  }

  @Test
  void data_that_are_not_finished_are_no_problem() {
    PartyData empty =
        PartyData.naturalPerson(null, null).toBuilder()
            .person(null)
            .identifiers(List.of(new Identifier(null, null)))
            .addresses(List.of(new Address(null, null, null, null, null, null)))
            .phones(List.of(new Phone(null, null)))
            .emails(List.of(new Email(null, null)))
            .web("http://[")
            .build();

    assertEquals(List.of(), core.duplicates.check(empty, null, 5));
    assertEquals(List.of(), core.duplicates.check(PartyData.organisation(null), null, 5));
  }

  @Test
  void a_party_does_not_resemble_itself() {
    PartyView party = core.parties.register(PartyData.organisation("Sam Ze Sobą"));
    core.findDuplicates();

    assertEquals(List.of(), core.duplicates.check(party.data(), party.id(), 5));
  }

  @Test
  void a_card_that_is_edited_resembles_no_card_that_was_told_apart_from_it() {
    PartyView edited = core.parties.register(PartyData.organisation("Notariat Bliźniaczy"));
    PartyView apart = core.parties.register(PartyData.organisation("Notariat Bliźniaczy"));
    PartyView third = core.parties.register(PartyData.organisation("Notariat Trzeci"));
    core.findDuplicates();
    assertEquals(List.of(apart.id()), similar("Notariat Bliźniaczy", edited.id()));

    core.duplicates.dismiss(apart.id(), edited.id());

    assertEquals(List.of(), similar("Notariat Bliźniaczy", edited.id()));
    assertEquals(List.of(), similar("Notariat Bliźniaczy", apart.id()));
    assertEquals(List.of(third.id()), similar("Notariat Trzeci", edited.id()));
    assertEquals(
        List.of(edited.id(), apart.id()), similar("Notariat Bliźniaczy", null), "of a new card");
  }

  @Test
  void a_pair_is_found_after_registration_and_gone_after_a_correction() {
    PartyView first = core.parties.register(PartyData.organisation("Blizna Transport"));
    PartyView second = core.parties.register(PartyData.organisation("Blizna Transport sp. z o.o."));
    core.findDuplicates();
    DuplicatePair pair = pairs(first).get(0);
    assertEquals(first.id(), pair.first().id());
    assertEquals(second.id(), pair.second().id());
    assertEquals(List.of(Resemblance.NAME), pair.resemblances());

    core.parties.change(
        second.id(), ExpectedRevision.any(), PartyData.organisation("Zupełnie Inna"));
    core.findDuplicates();

    assertEquals(List.of(), pairs(first));
  }

  @Test
  void persons_of_one_name_are_a_pair_only_with_something_more() {
    PartyView one = core.parties.register(PartyData.naturalPerson("Zenon", "Wątpliwy"));
    PartyView other = core.parties.register(PartyData.naturalPerson("Zenon", "Wątpliwy"));
    core.findDuplicates();
    assertEquals(List.of(), pairs(one));

    born(one, LocalDate.of(1970, 2, 3));
    born(other, LocalDate.of(1970, 2, 3));
    core.findDuplicates();

    assertEquals(
        List.of(Resemblance.NAME, Resemblance.BIRTHDAY).stream().sorted().toList(),
        pairs(one).get(0).resemblances().stream().sorted().toList());
    core.user.nowMay("core.party.read");
    assertEquals(List.of(Resemblance.NAME), pairs(one).get(0).resemblances());
    core.user.nowMay("*");
  }

  @Test
  void a_dismissed_pair_is_not_shown_again_until_it_is_reopened() {
    PartyView first = core.parties.register(PartyData.organisation("Dwie Różne Kancelarie"));
    PartyView second = core.parties.register(PartyData.organisation("Dwie Różne Kancelarie"));
    core.findDuplicates();

    core.duplicates.dismiss(second.id(), first.id());
    core.parties.change(
        second.id(),
        ExpectedRevision.any(),
        organisation("Dwie Różne Kancelarie", null, "600777124", null));
    core.findDuplicates();

    assertEquals(List.of(), pairs(first));
    DuplicatePair dismissed =
        core.duplicates
            .page(new DuplicateQuery(first.id(), true), PageRequest.first())
            .items()
            .get(0);
    assertEquals("tester", dismissed.dismissedBy());
    core.duplicates.reopen(first.id(), second.id());
    assertEquals(1, pairs(first).size());
  }

  @Test
  void pairs_come_page_by_page() {
    for (int i = 0; i < 7; i++) {
      core.parties.register(organisation("Stronicowana " + (char) ('A' + i), null, null, "s@s.pl"));
      core.parties.register(organisation("Stronicowana " + (char) ('A' + i), null, null, "s@s.pl"));
    }
    core.findDuplicates();

    List<DuplicatePair> all =
        core.duplicates.page(DuplicateQuery.open(), PageRequest.first(500)).items();
    List<DuplicatePair> paged = new ArrayList<>();
    Page<DuplicatePair> page = core.duplicates.page(DuplicateQuery.open(), PageRequest.first(3));
    paged.addAll(page.items());
    while (page.next() != null) {
      page = core.duplicates.page(DuplicateQuery.open(), new PageRequest(3, page.next(), null));
      paged.addAll(page.items());
    }

    assertTrue(all.size() >= 7);
    assertEquals(all, paged);
    assertEquals(all.size(), core.duplicates.progress().open());
    assertEquals(0, core.duplicates.progress().waiting());
  }

  @Test
  void a_removed_party_is_no_duplicate_any_more() {
    PartyView first = core.parties.register(PartyData.organisation("Zaraz Znikająca"));
    PartyView second = core.parties.register(PartyData.organisation("Zaraz Znikająca"));
    core.findDuplicates();

    core.parties.remove(second.id(), ExpectedRevision.any());

    assertEquals(List.of(), pairs(first));
    core.findDuplicates();
    assertEquals(List.of(), core.duplicates.check(second.data(), first.id(), 5));
  }

  @Test
  void deciding_needs_the_right_to_merge() {
    core.user.nowMay("core.party.read");

    assertThrows(Forbidden.class, () -> core.duplicates.dismiss(new PartyId(1), new PartyId(2)));

    core.user.nowMay("*");
    assertThrows(NotFound.class, () -> core.duplicates.dismiss(new PartyId(1), new PartyId(2)));
  }

  private static List<PartyId> similar(String name, PartyId except) {
    return core.duplicates.check(PartyData.organisation(name), except, 5).stream()
        .map(one -> one.party().id())
        .toList();
  }

  private static List<DuplicatePair> pairs(PartyView party) {
    return core.duplicates.page(new DuplicateQuery(party.id(), false), PageRequest.first()).items();
  }

  private static void assertFound(PartyView party, Resemblance resemblance, PartyData typed) {
    SimilarParty similar = core.duplicates.check(typed, null, 5).get(0);
    assertEquals(party.id(), similar.party().id());
    assertTrue(similar.resemblances().contains(resemblance), similar.toString());
  }

  private static void born(PartyView party, LocalDate day) {
    PersonView person =
        core.persons.page(PersonQuery.of(party.id()), PageRequest.first()).items().get(0);
    var data = person.data();
    core.persons.change(
        person.id(),
        ExpectedRevision.any(),
        PersonData.named(data.firstName(), data.lastName()).toBuilder()
            .personalData(PersonalData.born(day))
            .build());
  }

  private static PartyData organisation(String name, String nip, String phone, String email) {
    return PartyData.organisation(name).toBuilder()
        .identifiers(nip == null ? null : List.of(new Identifier("PL_NIP", nip)))
        .phones(phone == null ? null : List.of(new Phone("OFFICE", phone)))
        .emails(email == null ? null : List.of(new Email("OFFICE", email)))
        .build();
  }
}
