package org.kartoteka.core.internal.merge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.kartoteka.core.api.merge.MergeMove;
import org.kartoteka.core.api.merge.MergeParties;
import org.kartoteka.core.api.merge.MergePersons;
import org.kartoteka.core.api.merge.MergePreview;
import org.kartoteka.core.api.merge.MergeQuery;
import org.kartoteka.core.api.merge.MergeRemark;
import org.kartoteka.core.api.merge.MergeView;
import org.kartoteka.core.api.merge.MovedRecords;
import org.kartoteka.core.api.merge.PersonMergeParticipant;
import org.kartoteka.core.api.merge.event.PersonMergeUndone;
import org.kartoteka.core.api.merge.event.PersonsMerged;
import org.kartoteka.core.api.note.NoteData;
import org.kartoteka.core.api.note.NoteView;
import org.kartoteka.core.api.party.Email;
import org.kartoteka.core.api.party.PartyData;
import org.kartoteka.core.api.party.PartyId;
import org.kartoteka.core.api.person.PersonData;
import org.kartoteka.core.api.person.PersonId;
import org.kartoteka.core.api.person.PersonQuery;
import org.kartoteka.core.api.person.PersonView;
import org.kartoteka.core.api.person.PersonalData;
import org.kartoteka.core.internal.CoreFixture;
import org.kartoteka.platform.api.data.ExpectedRevision;
import org.kartoteka.platform.api.data.PageRequest;
import org.kartoteka.platform.api.problem.Forbidden;
import org.kartoteka.platform.api.problem.Moved;
import org.kartoteka.platform.api.problem.Refused;
import org.kartoteka.platform.api.problem.StaleRevision;
import org.kartoteka.platform.api.security.User;

class PersonMergesServiceTest {

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
  void everythingIsPermittedAgain() {
    core.user.nowMay(User.ALL);
  }

  @Test
  void fields_notes_and_subordinates_come_together_and_apart() {
    PartyId firm = firm("Razem");
    PersonView one = person(firm, "Jan", "prezes", null, "jan@example.com", null);
    PersonView other = person(firm, "Jan", null, "zarząd", "kowalski@example.com", null);
    PersonView below = person(firm, "Ewa", null, null, null, other.id());
    NoteView note = core.notes.write(null, other.id(), NoteData.text("o Janie"));

    MergePreview preview = core.merges.preview(one.id(), List.of(other.id()));
    MergeView merge = core.merges.merge(MergePersons.usual(one.id(), other.id()));

    assertEquals(
        List.of(new MovedRecords("note", 1), new MovedRecords("subordinate", 1)), preview.moved());
    assertEquals(preview.moved(), merge.moved());
    PersonView survivor = core.persons.get(one.id());
    assertEquals("prezes", survivor.position());
    assertEquals("zarząd", survivor.department());
    assertEquals(2, survivor.emails().size());
    assertEquals(one.id(), core.notes.get(note.id()).personId());
    assertEquals(one.id(), core.persons.get(below.id()).superiorId());
    assertEquals(2, core.persons.count(new PersonQuery(null, firm), 10));
    assertTrue(
        core.journal
            .events(PersonsMerged.class)
            .contains(new PersonsMerged(merge.id(), firm, one.id(), List.of(other.id()))));

    MergeView undone = core.merges.undo(merge.id());

    assertEquals(List.of(), undone.remarks());
    assertEquals(one.data(), core.persons.get(one.id()).data());
    assertEquals(other.data(), core.persons.get(other.id()).data());
    assertEquals(other.id(), core.notes.get(note.id()).personId());
    assertEquals(other.id(), core.persons.get(below.id()).superiorId());
    assertTrue(
        core.journal
            .events(PersonMergeUndone.class)
            .contains(new PersonMergeUndone(merge.id(), firm, one.id(), List.of(other.id()))));
  }

  @Test
  void the_merged_card_tells_where_it_went() {
    PartyId firm = firm("Dokąd");
    PersonId one = core.persons.add(firm, PersonData.named("Ala", "A")).id();
    PersonId other = core.persons.add(firm, PersonData.named("Ala", "A.")).id();

    core.merges.merge(MergePersons.usual(one, other));

    assertEquals(one.value(), assertThrows(Moved.class, () -> core.persons.get(other)).to());
    assertThrows(
        Moved.class,
        () -> core.persons.change(other, ExpectedRevision.any(), PersonData.named("X", "Y")));
    assertThrows(Moved.class, () -> core.persons.remove(other, ExpectedRevision.any()));
    assertThrows(Moved.class, () -> core.notes.write(null, other, NoteData.text("za późno")));
    assertEquals(
        "problem.person.survivor",
        assertThrows(Refused.class, () -> core.persons.remove(one, ExpectedRevision.any())).key());
    assertEquals(
        1,
        core.merges.page(new MergeQuery(null, other, false), PageRequest.first()).items().size());
  }

  @Test
  void no_ring_of_superiors_comes_about() {
    PartyId firm = firm("Koło");
    PersonView top = person(firm, "Top", null, null, null, null);
    PersonView old = person(firm, "Old", null, null, null, top.id());
    PersonView middle = person(firm, "Middle", null, null, null, old.id());
    PersonView young = person(firm, "Young", null, null, null, middle.id());

    MergeView merge = core.merges.merge(MergePersons.usual(young.id(), old.id()));

    assertEquals(young.id(), core.persons.get(middle.id()).superiorId());
    assertEquals(top.id(), core.persons.get(young.id()).superiorId());

    core.merges.undo(merge.id());

    assertEquals(old.id(), core.persons.get(middle.id()).superiorId());
    assertEquals(middle.id(), core.persons.get(young.id()).superiorId());
    assertEquals(top.id(), core.persons.get(old.id()).superiorId());
  }

  @Test
  void a_way_back_that_would_close_a_ring_is_left_out_and_told() {
    PartyId firm = firm("Powrót");
    PersonView one = person(firm, "One", null, null, null, null);
    PersonView top = person(firm, "Top", null, null, null, null);
    PersonView other = person(firm, "Other", null, null, null, top.id());
    PersonView below = person(firm, "Below", null, null, null, other.id());
    MergeView merge = core.merges.merge(MergePersons.usual(one.id(), other.id()));
    change(one.id(), null);
    change(top.id(), below.id());

    MergeView undone = core.merges.undo(merge.id());

    assertNull(core.persons.get(below.id()).superiorId());
    assertEquals("merge.remark.ring", undone.remarks().get(undone.remarks().size() - 1).key());
  }

  @Test
  void what_was_edited_since_stays() {
    PartyId firm = firm("Zmiany");
    PersonView one = person(firm, "Jan", null, null, null, null);
    PersonView other = person(firm, "Jan", "kierownik", null, null, null);
    MergeView merge = core.merges.merge(MergePersons.usual(one.id(), other.id()));
    PersonView now = core.persons.get(one.id());
    core.persons.change(one.id(), ExpectedRevision.of(now.revision()), positioned(now, "dyrektor"));

    MergeView undone = core.merges.undo(merge.id());

    assertEquals("dyrektor", core.persons.get(one.id()).position());
    assertEquals(List.of("Jan X", "person.position"), undone.remarks().get(0).arguments());
  }

  @Test
  void persons_who_come_to_different_parties_are_two_again() {
    PartyId stays = firm("Zostaje");
    PartyId goes = firm("Odchodzi");
    PersonView here = person(stays, "Jan", null, null, null, null);
    PersonView there = person(goes, "Jan", null, null, null, null);
    NoteView note = core.notes.write(null, there.id(), NoteData.text("o nim"));
    assertEquals(
        "problem.merge.parties",
        assertThrows(
                Refused.class, () -> core.merges.merge(MergePersons.usual(here.id(), there.id())))
            .key());
    MergeView parties = core.merges.merge(MergeParties.usual(stays, goes));
    MergeView persons = core.merges.merge(MergePersons.usual(here.id(), there.id()));

    MergeView undone = core.merges.undo(parties.id());

    assertEquals(goes, core.persons.get(there.id()).partyId());
    assertEquals(there.id(), core.notes.get(note.id()).personId());
    assertEquals(goes, core.notes.get(note.id()).partyId());
    assertTrue(core.merges.get(persons.id()).undoneAt() != null);
    assertEquals("merge.remark.persons", undone.remarks().get(0).key());
  }

  @Test
  void rights_and_revisions_are_asked_for() {
    PartyId firm = firm("Prawa");
    PersonView one = person(firm, "Jan", null, null, null, null);
    PersonView other = person(firm, "Jan", null, null, null, null);
    core.persons.change(
        other.id(), ExpectedRevision.any(), hobby(core.persons.get(other.id()), "szachy"));
    MergePersons stale =
        new MergePersons(one.id(), List.of(other.id()), null, Map.of(one.id(), 77L));
    assertThrows(StaleRevision.class, () -> core.merges.merge(stale));
    MergePersons personal =
        new MergePersons(
            one.id(), List.of(other.id()), Map.of("personalData.hobby", other.id()), null);

    core.user.nowMay("core.person.read", "core.person.change");
    assertThrows(
        Forbidden.class, () -> core.merges.merge(MergePersons.usual(one.id(), other.id())));
    core.user.nowMay("core.person.read", "core.party.merge");
    assertThrows(
        Forbidden.class, () -> core.merges.merge(MergePersons.usual(one.id(), other.id())));
    core.user.nowMay("core.person.read", "core.person.change", "core.party.merge");
    assertThrows(Forbidden.class, () -> core.merges.merge(personal));
    assertFalse(
        core.merges.preview(one.id(), List.of(other.id())).fields().stream()
            .anyMatch(field -> field.name().startsWith("personalData")));
    core.merges.merge(MergePersons.usual(one.id(), other.id()));

    core.user.nowMay(User.ALL);
    assertEquals("szachy", core.persons.get(one.id()).personalData().hobby());
  }

  @Test
  void features_move_their_records_too_also_those_that_were_away() {
    Diary diary = new Diary();
    PartyId firm = firm("Funkcja");
    PersonId a = core.persons.add(firm, PersonData.named("A", "X")).id();
    PersonId b = core.persons.add(firm, PersonData.named("B", "X")).id();
    PersonId c = core.persons.add(firm, PersonData.named("C", "X")).id();
    core.mergeParticipants.bindPersonParticipant(diary);
    core.followMerges.run(null);
    diary.acts.clear();
    MergeView before = core.merges.merge(MergePersons.usual(b, a));
    core.mergeParticipants.unbindPersonParticipant(diary);
    core.merges.undo(before.id());
    core.merges.merge(MergePersons.usual(c, a));
    assertEquals(List.of("diary"), core.merges.preview(c, List.of(b)).absent());

    core.mergeParticipants.bindPersonParticipant(diary);
    core.followMerges.run(null);
    core.mergeParticipants.unbindPersonParticipant(diary);

    assertEquals(
        List.of(
            a.value() + " to " + b.value(),
            a.value() + " back from " + b.value(),
            a.value() + " to " + c.value()),
        diary.acts);
  }

  /** A feature that keeps something of persons. */
  private static final class Diary implements PersonMergeParticipant {

    private final List<String> acts = new ArrayList<>();

    @Override
    public String name() {
      return "diary";
    }

    @Override
    public List<MovedRecords> count(PersonId person) {
      return List.of();
    }

    @Override
    public MergeMove merge(PersonId survivor, PersonId merged) {
      acts.add(merged.value() + " to " + survivor.value());
      return new MergeMove(List.of(), "memo");
    }

    @Override
    public List<MergeRemark> undo(PersonId survivor, PersonId merged, String memo) {
      acts.add(merged.value() + " back from " + survivor.value());
      return List.of();
    }
  }

  private static PartyId firm(String name) {
    return core.parties.register(PartyData.organisation(name)).id();
  }

  private static PersonView person(
      PartyId firm,
      String name,
      String position,
      String department,
      String email,
      PersonId superior) {
    return core.persons.add(
        firm,
        PersonData.named(name, "X").toBuilder()
            .position(position)
            .department(department)
            .superiorId(superior)
            .emails(email == null ? null : List.of(new Email("OFFICE", email)))
            .build());
  }

  private static void change(PersonId id, PersonId superior) {
    PersonView now = core.persons.get(id);
    core.persons.change(
        id,
        ExpectedRevision.of(now.revision()),
        PersonData.named(now.firstName(), now.lastName()).toBuilder().superiorId(superior).build());
  }

  private static PersonData positioned(PersonView now, String position) {
    return PersonData.named(now.firstName(), now.lastName()).toBuilder().position(position).build();
  }

  private static PersonData hobby(PersonView now, String hobby) {
    return PersonData.named(now.firstName(), now.lastName()).toBuilder()
        .personalData(new PersonalData(null, null, null, null, hobby, null))
        .build();
  }
}
