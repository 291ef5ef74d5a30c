package org.kartoteka.core.internal.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kartoteka.core.api.merge.MergeParties;
import org.kartoteka.core.api.merge.MergePersons;
import org.kartoteka.core.api.merge.MergeView;
import org.kartoteka.core.api.note.NoteData;
import org.kartoteka.core.api.party.Email;
import org.kartoteka.core.api.party.Identifier;
import org.kartoteka.core.api.party.PartyData;
import org.kartoteka.core.api.party.PartyId;
import org.kartoteka.core.api.party.Phone;
import org.kartoteka.core.api.person.PersonData;
import org.kartoteka.core.api.person.PersonId;
import org.kartoteka.core.api.person.PersonQuery;
import org.kartoteka.core.api.person.PersonView;
import org.kartoteka.core.api.search.SearchHit;
import org.kartoteka.core.api.search.SearchSource;
import org.kartoteka.core.internal.CoreFixture;
import org.kartoteka.platform.api.data.PageRequest;

class SearchServiceTest {

  private static CoreFixture core;
  private static PartyId party;

  @BeforeAll
  static void start() {
    core = new CoreFixture();
    party =
        core.parties
            .register(
                PartyData.organisation("Zakłady Соловьёв Łódź").toBuilder()
                    .number("ZS-77")
                    .identifiers(List.of(new Identifier("PL_NIP", "8567346215")))
                    .phones(List.of(new Phone("OFFICE", "+48 42 633 12 34")))
                    .emails(List.of(new Email("OFFICE", "biuro@solovyov.example")))
                    .build())
            .id();
    core.persons.add(party, PersonData.named("Фёдор", "Достоевский"));
    core.notes.write(party, null, NoteData.text("Solovyov called about the roof.\nTwice."));
  }

  @AfterAll
  static void stop() {
    core.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "solovyov",
        "Соловьев",
        "lodz",
        "zaklady",
        "856-734-62-15",
        "8567346215",
        "42 633 12 34",
        "042 633 12 34",
        "biuro@solovyov",
        "zs-77",
        "zs77",
        "so lo",
        "ŁÓ"
      })
  void a_party_is_found(String text) {
    assertTrue(
        core.search.find(text, 10).stream()
            .anyMatch(
                hit ->
                    hit.record().type().equals("party")
                        && hit.record().id().equals("" + party.value())));
  }

  @Test
  void all_sources_answer_in_their_order() {
    List<SearchHit> hits = core.search.find("solovyov", 5);

    assertEquals(List.of("party", "note"), hits.stream().map(hit -> hit.record().type()).toList());
    assertEquals("ZS-77 · 8567346215", hits.get(0).detail());
    assertEquals("parties/" + party.value(), hits.get(0).address());
    assertEquals("Solovyov called about the roof.", hits.get(1).record().label());
    assertEquals("person", core.search.find("fedor dostoevsky", 5).get(0).record().type());
  }

  @Test
  void whose_name_begins_with_the_text_comes_first_however_many_have_it() {
    for (int i = 100; i < 420; i++) {
      core.parties.register(PartyData.organisation("Agencja " + i + " Wiatrak"));
    }
    core.parties.register(PartyData.organisation("Wiatrak Zachodni"));
    core.parties.register(PartyData.organisation("Wiatrak"));

    assertEquals(
        List.of("Wiatrak", "Wiatrak Zachodni", "Agencja 100 Wiatrak"), names("wiatrak", 3));
    assertEquals(List.of("Wiatrak Zachodni"), names("Wiatrak zachodni", 3));
  }

  @Test
  void a_long_beginning_of_a_name_is_found() {
    String name = "Ogólnopolskie Stowarzyszenie Miłośników Kolei Wąskotorowych";
    core.parties.register(PartyData.organisation(name + " Północ"));
    core.parties.register(PartyData.organisation(name + " Południe"));

    assertEquals(List.of(name + " Południe"), names(name + " Połu", 5));
  }

  private static List<String> names(String text, int limit) {
    return core.search.find(text, limit).stream().map(hit -> hit.record().label()).toList();
  }

  @Test
  void a_survivor_is_found_by_the_name_of_who_became_part_of_it_and_says_so() {
    PartyId old = core.parties.register(PartyData.organisation("Hurtownia Zorza")).id();
    PartyId survivor = core.parties.register(PartyData.organisation("Nordlicht Handel")).id();
    String number = core.parties.get(old).number();

    MergeView merge = core.merges.merge(MergeParties.usual(survivor, old));

    assertEquals(List.of("Hurtownia Zorza"), formerly("party", survivor.value(), "zorza"));
    assertEquals(List.of(number), formerly("party", survivor.value(), number));
    assertEquals(Collections.singletonList(null), formerly("party", survivor.value(), "nordlicht"));

    core.merges.undo(merge.id());

    assertEquals(List.of(), formerly("party", survivor.value(), "zorza"));
    assertEquals(Collections.singletonList(null), formerly("party", old.value(), "zorza"));
  }

  @Test
  void a_surviving_person_is_found_by_the_name_of_who_became_part_of_it() {
    PersonId old = core.persons.add(party, PersonData.named("Wisława", "Panieńska")).id();
    PersonId survivor = core.persons.add(party, PersonData.named("Wisława", "Mężatka")).id();

    MergeView merge = core.merges.merge(MergePersons.usual(survivor, old));

    assertEquals(List.of("Wisława Panieńska"), formerly("person", survivor.value(), "panienska"));
    assertEquals(
        List.of(survivor),
        core.persons.page(new PersonQuery("Panieńska", null), PageRequest.first()).items().stream()
            .map(PersonView::id)
            .toList());

    core.merges.undo(merge.id());

    assertEquals(List.of(), formerly("person", survivor.value(), "panienska"));
  }

  @Test
  void a_merge_of_natural_persons_lets_the_person_be_found_too() {
    PartyId old = core.parties.register(PartyData.naturalPerson("Kalina", "Dziewanna")).id();
    PartyId survivor = core.parties.register(PartyData.naturalPerson("Kalina", "Ostrogska")).id();

    MergeView merge = core.merges.merge(MergeParties.usual(survivor, old));

    assertEquals(
        List.of("Kalina Dziewanna", "Kalina Dziewanna"),
        core.search.find("dziewanna", 5).stream().map(SearchHit::formerly).toList());

    core.merges.undo(merge.id());

    assertEquals(2, core.search.find("dziewanna", 5).size());
    assertEquals(2, core.search.find("ostrogska", 5).size());
  }

  /** By which former names the text finds the record, one for each time it is found. */
  private static List<String> formerly(String type, long id, String text) {
    List<String> names = new ArrayList<>();
    core.search.find(text, 10).stream()
        .filter(hit -> hit.record().type().equals(type) && hit.record().id().equals("" + id))
        .forEach(hit -> names.add(hit.formerly()));
    return names;
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "s", "%%", "__", "' or 1=1 --", "\u0000\u0000", "😀😀"})
  void strange_texts_find_nothing_and_do_no_harm(String text) {
    assertEquals(List.of(), core.search.find(text, 10));
  }

  @Test
  void a_source_that_fails_does_not_hide_the_others() {
    SearchSource broken =
        new SearchSource() {
          @Override
          public String type() {
            return "broken";
          }

          @Override
          public int order() {
            return 1;
          }

          @Override
          public List<SearchHit> search(String text, int limit) {
            throw new IllegalStateException("broken");
          }
        };
    core.search.bindSource(broken);
    try {
      assertEquals(2, core.search.find("solovyov", 5).size());
    } finally {
      core.search.unbindSource(broken);
    }
  }

  @Test
  void what_the_user_may_not_see_is_left_out() {
    core.user.nowMay("core.note.read");
    try {
      assertEquals(
          List.of("note"),
          core.search.find("solovyov", 5).stream().map(hit -> hit.record().type()).toList());
    } finally {
      core.user.nowMay("*");
    }
  }
}
