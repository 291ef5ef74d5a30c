package org.kartoteka.core.internal.merge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.kartoteka.core.api.duplicate.DuplicateQuery;
import org.kartoteka.core.api.merge.MergeField;
import org.kartoteka.core.api.merge.MergeMove;
import org.kartoteka.core.api.merge.MergeParties;
import org.kartoteka.core.api.merge.MergePreview;
import org.kartoteka.core.api.merge.MergeQuery;
import org.kartoteka.core.api.merge.MergeRemark;
import org.kartoteka.core.api.merge.MergeView;
import org.kartoteka.core.api.merge.MovedRecords;
import org.kartoteka.core.api.merge.PartyMergeParticipant;
import org.kartoteka.core.api.merge.event.PartiesMerged;
import org.kartoteka.core.api.merge.event.PartyMergeUndone;
import org.kartoteka.core.api.note.NoteData;
import org.kartoteka.core.api.note.NoteQuery;
import org.kartoteka.core.api.note.NoteView;
import org.kartoteka.core.api.party.Dealing;
import org.kartoteka.core.api.party.Identifier;
import org.kartoteka.core.api.party.PartyData;
import org.kartoteka.core.api.party.PartyId;
import org.kartoteka.core.api.party.PartyQuery;
import org.kartoteka.core.api.party.PartyRegister;
import org.kartoteka.core.api.party.PartyStatus;
import org.kartoteka.core.api.party.PartySummary;
import org.kartoteka.core.api.party.PartyView;
import org.kartoteka.core.api.party.Phone;
import org.kartoteka.core.api.person.PersonData;
import org.kartoteka.core.api.person.PersonId;
import org.kartoteka.core.api.person.PersonQuery;
import org.kartoteka.core.api.person.PersonView;
import org.kartoteka.core.api.person.PersonalData;
import org.kartoteka.core.api.register.RegisterData;
import org.kartoteka.core.api.register.RegisterView;
import org.kartoteka.core.internal.CoreFixture;
import org.kartoteka.platform.api.data.ExpectedRevision;
import org.kartoteka.platform.api.data.PageRequest;
import org.kartoteka.platform.api.history.ChangeView;
import org.kartoteka.platform.api.problem.Forbidden;
import org.kartoteka.platform.api.problem.InvalidInput;
import org.kartoteka.platform.api.problem.Moved;
import org.kartoteka.platform.api.problem.Refused;
import org.kartoteka.platform.api.problem.StaleRevision;

class MergesServiceTest {

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
  void persons_notes_registers_and_lists_come_together() {
    PartyView one = core.parties.register(organisation("Zlewna", "600700801", "vip"));
    PartyView other = core.parties.register(organisation("Zlewna SA", "600700802", "eksport"));
    PersonView boss = core.persons.add(other.id(), PersonData.named("Jan", "Szef"));
    core.persons.add(other.id(), under(boss.id()));
    core.notes.write(other.id(), null, NoteData.text("o firmie"));
    core.notes.write(null, boss.id(), NoteData.text("o szefie"));
    RegisterView register = core.registers.define(new RegisterData("Zlewne", null, null));
    core.registers.put(register.id(), List.of(other.id()));

    MergeView merge = core.merges.merge(MergeParties.usual(one.id(), other.id()));

    PartyView survivor = core.parties.get(one.id());
    assertEquals("Zlewna", survivor.name());
    assertEquals(2, survivor.phones().size());
    assertEquals(List.of("eksport", "vip"), survivor.tags().stream().sorted().toList());
    assertEquals(2, persons(one.id()).size());
    assertEquals(2, notes(one.id()).size());
    assertEquals("Zlewne", core.registers.of(one.id()).get(0).name());
    assertEquals(
        List.of(
            new MovedRecords("person", 2),
            new MovedRecords("note", 2),
            new MovedRecords("register", 1)),
        merge.moved());
    assertTrue(
        core.journal
            .events(PartiesMerged.class)
            .contains(new PartiesMerged(merge.id(), one.id(), List.of(other.id()))));
  }

  @Test
  void the_merged_card_is_not_shown_but_tells_where_it_went() {
    PartyView one = core.parties.register(PartyData.organisation("Drogowskaz"));
    PartyView other =
        core.parties.register(
            PartyData.organisation("Dawny Szyld").toBuilder()
                .number("OLD-77")
                .identifiers(List.of(new Identifier("PL_NIP", "5260250995")))
                .build());
    core.merges.merge(
        new MergeParties(one.id(), List.of(other.id()), Map.of("identifiers", one.id()), null));

    Moved moved = assertThrows(Moved.class, () -> core.parties.get(other.id()));
    assertEquals(one.id().value(), moved.to());
    assertTrue(core.parties.find(other.id()).isEmpty());
    assertThrows(
        Moved.class, () -> core.parties.change(other.id(), ExpectedRevision.any(), other.data()));
    assertThrows(Moved.class, () -> core.notes.write(other.id(), null, NoteData.text("za późno")));
    assertThrows(Moved.class, () -> core.persons.add(other.id(), PersonData.named("A", "B")));
    for (String text : List.of("OLD-77", "Dawny Szyld", "526-025-09-95")) {
      assertEquals(List.of(one.id()), found(text), text);
    }
    assertEquals(one.id(), hit("OLD-77"));
    assertFalse(core.gate.permits(one.id(), Dealing.SUPPLY));
    assertEquals(
        core.gate.permits(one.id(), Dealing.OFFER), core.gate.permits(other.id(), Dealing.OFFER));
  }

  @Test
  void a_value_is_chosen_field_by_field() {
    PartyView one = core.parties.register(organisation("Wybrana", "600700803", "a"));
    PartyView other = core.parties.register(organisation("Lepsza Nazwa", "600700804", "b"));
    core.parties.changeStatus(other.id(), ExpectedRevision.any(), PartyStatus.BARRED, "nie płaci");

    MergePreview preview = core.merges.preview(one.id(), List.of(other.id()));
    core.merges.merge(
        new MergeParties(
            one.id(),
            List.of(other.id()),
            Map.of("name", other.id(), "phones", one.id(), "status", other.id()),
            null));

    MergeField name =
        preview.fields().stream().filter(f -> f.name().equals("name")).findFirst().orElseThrow();
    assertEquals(List.of("Wybrana", "Lepsza Nazwa"), name.values());
    assertEquals(0, name.suggested());
    PartyView survivor = core.parties.get(one.id());
    assertEquals("Lepsza Nazwa", survivor.name());
    assertEquals(one.phones(), survivor.phones());
    assertEquals(PartyStatus.BARRED, survivor.status());
    assertEquals(one.number(), survivor.number());
  }

  @Test
  void natural_persons_become_one_with_one_person() {
    PartyView one = core.parties.register(PartyData.naturalPerson("Anna", "Jedna"));
    PartyView other = core.parties.register(PartyData.naturalPerson("Ania", "Jedna"));
    PersonView person = persons(one.id()).get(0);
    PersonView otherPerson = persons(other.id()).get(0);
    core.persons.change(otherPerson.id(), ExpectedRevision.any(), born(LocalDate.of(1980, 1, 2)));
    core.notes.write(null, otherPerson.id(), NoteData.text("o osobie"));

    MergeView merge = core.merges.merge(MergeParties.usual(one.id(), other.id()));

    assertEquals(1, persons(one.id()).size());
    PersonView survivor = core.persons.get(person.id());
    assertEquals("Anna", survivor.firstName());
    assertEquals(LocalDate.of(1980, 1, 2), survivor.personalData().birthday());
    assertEquals(person.id(), notes(one.id()).get(0).personId());
    assertThrows(Moved.class, () -> core.persons.get(otherPerson.id()));
    assertEquals(1, core.persons.count(new PersonQuery("Jedna", null), 10));

    core.merges.undo(merge.id());

    assertEquals(2, core.persons.count(new PersonQuery("Jedna", null), 10));
    assertEquals(null, core.persons.get(person.id()).personalData().birthday());
    assertEquals(otherPerson.id(), notes(other.id()).get(0).personId());
    assertEquals(
        LocalDate.of(1980, 1, 2), core.persons.get(otherPerson.id()).personalData().birthday());
  }

  @Test
  void an_organisation_and_a_natural_person_stay_apart() {
    PartyView firm = core.parties.register(PartyData.organisation("Jan Osobny"));
    PartyView person = core.parties.register(PartyData.naturalPerson("Jan", "Osobny"));

    Refused refused =
        assertThrows(
            Refused.class, () -> core.merges.merge(MergeParties.usual(firm.id(), person.id())));

    assertEquals("problem.merge.kinds", refused.key());
    assertThrows(
        InvalidInput.class, () -> core.merges.merge(MergeParties.usual(firm.id(), firm.id())));
    assertThrows(InvalidInput.class, () -> core.merges.merge(MergeParties.usual(firm.id())));
  }

  @Test
  void a_decision_on_an_old_state_is_refused() {
    PartyView one = core.parties.register(PartyData.organisation("Aktualna"));
    PartyView other = core.parties.register(PartyData.organisation("Nieaktualna"));
    core.parties.change(
        other.id(), ExpectedRevision.any(), PartyData.organisation("Zmieniona wczoraj"));

    assertThrows(
        StaleRevision.class,
        () ->
            core.merges.merge(
                new MergeParties(
                    one.id(), List.of(other.id()), null, Map.of(other.id(), other.revision()))));
    core.user.nowMay("core.party.read", "core.party.change");
    assertThrows(
        Forbidden.class, () -> core.merges.merge(MergeParties.usual(one.id(), other.id())));
    core.user.nowMay("*");
  }

  @Test
  void undone_it_is_as_it_was() {
    PartyView one = core.parties.register(organisation("Przed", "600700805", "x"));
    PartyView other = core.parties.register(organisation("Przed SA", "600700806", "y"));
    core.persons.add(other.id(), PersonData.named("Ewa", "Wraca"));
    core.notes.write(other.id(), null, NoteData.text("wraca"));
    List<PersonView> persons = persons(other.id());
    MergeView merge =
        core.merges.merge(
            new MergeParties(one.id(), List.of(other.id()), Map.of("name", other.id()), null));

    MergeView undone = core.merges.undo(merge.id());

    assertEquals(List.of(), undone.remarks());
    assertEquals("tester", undone.undoneBy());
    assertEquals(one.data(), core.parties.get(one.id()).data());
    assertEquals(other.data(), core.parties.get(other.id()).data());
    assertEquals(
        persons.stream().map(PersonView::id).toList(),
        persons(other.id()).stream().map(PersonView::id).toList());
    assertEquals(1, notes(other.id()).size());
    assertEquals(List.of(), found("Przed SA").stream().filter(one.id()::equals).toList());
    assertTrue(
        core.journal
            .events(PartyMergeUndone.class)
            .contains(new PartyMergeUndone(merge.id(), one.id(), List.of(other.id()))));
    assertEquals(
        "problem.merge.undone",
        assertThrows(Refused.class, () -> core.merges.undo(merge.id())).key());
  }

  @Test
  void what_was_changed_since_is_kept_and_told() {
    PartyView one = core.parties.register(organisation("Stara Nazwa", "600700807", "x"));
    PartyView other = core.parties.register(organisation("Nowa Nazwa", "600700808", "y"));
    PersonView moved = core.persons.add(other.id(), PersonData.named("Ola", "Podwładna"));
    PersonView boss = core.persons.add(one.id(), PersonData.named("Iza", "Szefowa"));
    MergeView merge =
        core.merges.merge(
            new MergeParties(one.id(), List.of(other.id()), Map.of("name", other.id()), null));
    PartyView now = core.parties.get(one.id());
    core.parties.change(
        one.id(), ExpectedRevision.of(now.revision()), renamed(now, "Jeszcze Inna", "600700809"));
    core.persons.change(moved.id(), ExpectedRevision.any(), under(boss.id()));
    NoteView fresh = core.notes.write(one.id(), null, NoteData.text("napisane potem"));

    MergeView undone = core.merges.undo(merge.id());

    PartyView after = core.parties.get(one.id());
    assertEquals("Jeszcze Inna", after.name());
    assertEquals(
        List.of("+48600700807", "+48600700809"),
        after.phones().stream().map(Phone::value).toList());
    assertEquals(null, core.persons.get(moved.id()).superiorId());
    assertEquals(other.id(), core.persons.get(moved.id()).partyId());
    assertEquals(one.id(), core.notes.get(fresh.id()).partyId());
    assertEquals(
        List.of("merge.remark.kept", "merge.remark.superior"),
        undone.remarks().stream().map(MergeRemark::key).sorted().toList());
  }

  @Test
  void merges_of_merged_parties_are_undone_from_the_last_to_the_first() {
    PartyView a = core.parties.register(organisation("Ogniwo A", "600700811", "a"));
    PartyView b = core.parties.register(organisation("Ogniwo B", "600700812", "b"));
    PartyView c = core.parties.register(organisation("Ogniwo C", "600700813", "c"));
    MergeView first = core.merges.merge(MergeParties.usual(b.id(), a.id()));
    MergeView second = core.merges.merge(MergeParties.usual(c.id(), b.id()));

    assertEquals(c.id().value(), assertThrows(Moved.class, () -> core.parties.get(a.id())).to());
    assertEquals(List.of(c.id()), found("Ogniwo A"));
    assertEquals(
        "problem.merge.survivor-merged",
        assertThrows(Refused.class, () -> core.merges.undo(first.id())).key());
    core.merges.undo(second.id());
    assertEquals(b.id().value(), assertThrows(Moved.class, () -> core.parties.get(a.id())).to());
    core.merges.undo(first.id());
    assertEquals(a.data(), core.parties.get(a.id()).data());
    assertEquals(b.data(), core.parties.get(b.id()).data());
    assertEquals(c.data(), core.parties.get(c.id()).data());
    assertEquals(
        2,
        core.merges.page(new MergeQuery(b.id(), null, false), PageRequest.first()).items().size());
  }

  @Test
  void both_cards_remember_the_merge() {
    PartyView one = core.parties.register(PartyData.organisation("Pamięta"));
    PartyView other = core.parties.register(PartyData.organisation("Pamiętana"));

    core.merges.merge(MergeParties.usual(one.id(), other.id()));

    assertTrue(fields(one.id()).contains("mergedFrom"));
    assertTrue(fields(other.id()).contains("mergedInto"));
  }

  @Test
  void merged_parties_are_duplicates_no_more() {
    PartyView one = core.parties.register(PartyData.organisation("Sobowtór Trzeci"));
    PartyView other = core.parties.register(PartyData.organisation("Sobowtór Trzeci"));
    core.findDuplicates();

    MergeView merge = core.merges.merge(MergeParties.usual(one.id(), other.id()));

    DuplicateQuery pairs = new DuplicateQuery(one.id(), false);
    assertEquals(List.of(), core.duplicates.page(pairs, PageRequest.first()).items());
    core.findDuplicates();
    assertEquals(List.of(), core.duplicates.page(pairs, PageRequest.first()).items());
    core.merges.undo(merge.id());
    core.findDuplicates();
    assertEquals(1, core.duplicates.page(pairs, PageRequest.first()).items().size());
  }

  @Test
  void a_survivor_is_not_removed_while_others_are_part_of_it() {
    PartyView one = core.parties.register(PartyData.organisation("Nieusuwalna"));
    PartyView other = core.parties.register(PartyData.organisation("Wchłonięta"));
    core.merges.merge(MergeParties.usual(one.id(), other.id()));

    assertThrows(Refused.class, () -> core.parties.remove(one.id(), ExpectedRevision.any()));
  }

  /** A feature with one record a party, as simple as can be. */
  private static final class Room implements PartyMergeParticipant {

    final Map<Long, List<String>> records = new TreeMap<>();
    boolean broken;

    @Override
    public String name() {
      return "room";
    }

    @Override
    public List<MovedRecords> count(PartyId party) {
      List<String> of = records.getOrDefault(party.value(), List.of());
      return of.isEmpty() ? List.of() : List.of(new MovedRecords("room.thing", of.size()));
    }

    @Override
    public MergeMove merge(PartyId survivor, PartyId merged) {
      if (broken) {
        throw new IllegalStateException("broken");
      }
      List<MovedRecords> counts = count(merged);
      List<String> moved = records.remove(merged.value());
      if (moved == null) {
        return MergeMove.nothing();
      }
      records.computeIfAbsent(survivor.value(), id -> new ArrayList<>()).addAll(moved);
      return new MergeMove(counts, String.join(",", moved));
    }

    @Override
    public List<MergeRemark> undo(PartyId survivor, PartyId merged, String memo) {
      if (!memo.isEmpty()) {
        List<String> back = List.of(memo.split(","));
        records.get(survivor.value()).removeAll(back);
        records.put(merged.value(), new ArrayList<>(back));
      }
      return List.of();
    }
  }

  @Test
  void a_feature_moves_its_records_along() {
    try (CoreFixture house = new CoreFixture()) {
      Room room = new Room();
      house.mergeParticipants.bindParticipant(room);
      PartyId one = house.parties.register(PartyData.organisation("Pokój 1")).id();
      PartyId other = house.parties.register(PartyData.organisation("Pokój 2")).id();
      room.records.put(other.value(), new ArrayList<>(List.of("krzesło", "stół")));

      MergePreview preview = house.merges.preview(one, List.of(other));
      MergeView merge = house.merges.merge(MergeParties.usual(one, other));

      assertEquals(List.of(new MovedRecords("room.thing", 2)), preview.moved());
      assertEquals(List.of(new MovedRecords("room.thing", 2)), merge.moved());
      assertEquals(List.of("krzesło", "stół"), room.records.get(one.value()));
      house.merges.undo(merge.id());
      assertEquals(List.of("krzesło", "stół"), room.records.get(other.value()));

      room.broken = true;
      assertThrows(
          IllegalStateException.class, () -> house.merges.merge(MergeParties.usual(one, other)));
      assertEquals("Pokój 2", house.parties.get(other).name());
    }
  }

  @Test
  void a_feature_that_was_stopped_follows_when_it_is_back() {
    try (CoreFixture house = new CoreFixture()) {
      Room room = new Room();
      house.mergeParticipants.bindParticipant(room);
      PartyId a = house.parties.register(PartyData.organisation("Cisza A")).id();
      PartyId b = house.parties.register(PartyData.organisation("Cisza B")).id();
      PartyId c = house.parties.register(PartyData.organisation("Cisza C")).id();
      room.records.put(a.value(), new ArrayList<>(List.of("lampa")));
      room.records.put(b.value(), new ArrayList<>(List.of("obraz")));
      MergeView before = house.merges.merge(MergeParties.usual(b, a));

      house.mergeParticipants.unbindParticipant(room);
      house.merges.undo(before.id());
      MergeView meanwhile = house.merges.merge(MergeParties.usual(c, a));
      MergeView forgotten = house.merges.merge(MergeParties.usual(c, b));
      house.merges.undo(forgotten.id());
      assertEquals(List.of("room"), house.merges.preview(c, List.of(b)).absent());
      assertEquals(List.of("obraz", "lampa"), room.records.get(b.value()));

      house.mergeParticipants.bindParticipant(room);
      house.followMerges.run(null);

      assertEquals(List.of("obraz"), room.records.get(b.value()));
      assertEquals(List.of("lampa"), room.records.get(c.value()));
      house.followMerges.run(null);
      house.merges.undo(meanwhile.id());
      assertEquals(List.of("lampa"), room.records.get(a.value()));
    }
  }

  private static List<PersonView> persons(PartyId party) {
    return core.persons.page(PersonQuery.of(party), PageRequest.first()).items();
  }

  private static List<NoteView> notes(PartyId party) {
    return core.notes.page(new NoteQuery(null, party, null), PageRequest.first()).items();
  }

  private static List<PartyId> found(String text) {
    return core.parties.page(PartyQuery.text(text), PageRequest.first()).items().stream()
        .map(PartySummary::id)
        .toList();
  }

  private static PartyId hit(String text) {
    return new PartyId(
        Long.parseLong(
            core.search.find(text, 5).stream()
                .filter(one -> one.record().type().equals(PartyRegister.TYPE))
                .findFirst()
                .orElseThrow()
                .record()
                .id()));
  }

  private static List<String> fields(PartyId party) {
    return core
        .history
        .of(PartyRegister.TYPE, Long.toString(party.value()), PageRequest.first())
        .items()
        .stream()
        .map(ChangeView::changes)
        .flatMap(List::stream)
        .map(change -> change.field())
        .toList();
  }

  private static PersonData under(PersonId superior) {
    return PersonData.named("Ola", "Podwładna").toBuilder().superiorId(superior).build();
  }

  private static PersonData born(LocalDate day) {
    return PersonData.named("Ania", "Jedna").toBuilder()
        .personalData(PersonalData.born(day))
        .build();
  }

  private static PartyData renamed(PartyView party, String name, String phone) {
    List<Phone> phones = new ArrayList<>(party.phones());
    phones.add(new Phone("OFFICE", phone));
    return party.data().toBuilder().name(name).phones(phones).build();
  }

  private static PartyData organisation(String name, String phone, String tag) {
    return PartyData.organisation(name).toBuilder()
        .phones(List.of(new Phone("OFFICE", phone)))
        .paymentTermDays(14)
        .language("pl")
        .currency("PLN")
        .rating(3)
        .tags(List.of(tag))
        .roles(List.of("CUSTOMER"))
        .build();
  }
}
