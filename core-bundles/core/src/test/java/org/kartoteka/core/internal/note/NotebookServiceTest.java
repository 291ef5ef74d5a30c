package org.kartoteka.core.internal.note;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.kartoteka.core.api.note.NoteData;
import org.kartoteka.core.api.note.NoteQuery;
import org.kartoteka.core.api.note.NoteView;
import org.kartoteka.core.api.party.PartyData;
import org.kartoteka.core.api.party.PartyId;
import org.kartoteka.core.api.person.PersonData;
import org.kartoteka.core.api.person.PersonId;
import org.kartoteka.core.internal.CoreFixture;
import org.kartoteka.platform.api.data.ExpectedRevision;
import org.kartoteka.platform.api.data.Page;
import org.kartoteka.platform.api.data.PageRequest;
import org.kartoteka.platform.api.history.FieldChange;
import org.kartoteka.platform.api.problem.Forbidden;
import org.kartoteka.platform.api.problem.InvalidInput;
import org.kartoteka.platform.api.problem.NotFound;
import org.kartoteka.platform.api.record.RecordRef;
import org.kartoteka.platform.api.security.User;
import org.kartoteka.platform.api.security.UserId;

class NotebookServiceTest {

  private static CoreFixture core;
  private static PartyId firm;
  private static PersonId person;

  @BeforeAll
  static void start() {
    core = new CoreFixture();
    firm = core.parties.register(PartyData.organisation("Firm")).id();
    person = core.persons.add(firm, PersonData.named("Ewa", "Nowak")).id();
  }

  @AfterAll
  static void stop() {
    core.close();
  }

  @Test
  void a_note_must_belong_to_a_party_or_a_person_of_it() {
    PartyId other = core.parties.register(PartyData.organisation("Other")).id();
    NoteData data = NoteData.text("Hello");

    assertThrows(InvalidInput.class, () -> core.notes.write(null, null, data));
    assertThrows(InvalidInput.class, () -> core.notes.write(other, person, data));
    assertThrows(InvalidInput.class, () -> core.notes.write(firm, null, NoteData.text(" ")));
    assertThrows(NotFound.class, () -> core.notes.write(new PartyId(99_999_999), null, data));
    assertEquals(firm, core.notes.write(null, person, data).partyId());
  }

  @Test
  void links_stay_readable() {
    RecordRef deal = new RecordRef("sales.deal", "17", "Roof of the school");

    NoteView note = core.notes.write(firm, null, new NoteData("Linked", List.of(deal), true));

    assertEquals(List.of(deal), core.notes.get(note.id()).links());
    assertEquals(note, core.notes.get(note.id()));
  }

  @Test
  void what_a_note_said_before_stays_in_the_history() {
    NoteView note = core.notes.write(firm, null, NoteData.text("First version"));

    NoteView edited =
        core.notes.change(
            note.id(), ExpectedRevision.of(note.revision()), NoteData.text("Second version"));

    assertTrue(edited.editedAt() != null);
    assertTrue(
        core.history.changes().stream()
            .flatMap(change -> change.changes().stream())
            .anyMatch(new FieldChange("text", "First version", "Second version")::equals));
  }

  @Test
  void notes_of_others_need_a_right_of_their_own() {
    NoteView note = core.notes.write(firm, null, NoteData.text("Mine"));
    User other =
        new User(new UserId(2), "other", "Other", Locale.ENGLISH, Set.of("core.note.write"));
    User boss =
        new User(
            new UserId(3),
            "boss",
            "Boss",
            Locale.ENGLISH,
            Set.of("core.note.write", "core.note.manage"));

    assertThrows(
        Forbidden.class,
        () ->
            core.user.runAs(
                other,
                () ->
                    core.notes.change(note.id(), ExpectedRevision.any(), NoteData.text("Yours"))));
    assertEquals(
        "Ours",
        core.user
            .runAs(
                boss,
                () -> core.notes.change(note.id(), ExpectedRevision.any(), NoteData.text("Ours")))
            .text());
    assertEquals("tester", core.notes.get(note.id()).author());
  }

  @Test
  void files_are_attached_read_and_detached() throws Exception {
    NoteView note = core.notes.write(firm, null, NoteData.text("With file"));
    NoteView another = core.notes.write(firm, null, NoteData.text("Another"));

    var file =
        core.notes.attach(note.id(), "a.txt", new ByteArrayInputStream(new byte[] {1, 2, 3}));

    assertEquals(List.of(file), core.notes.get(note.id()).attachments());
    assertArrayEquals(new byte[] {1, 2, 3}, core.notes.open(note.id(), file.id()).readAllBytes());
    assertThrows(NotFound.class, () -> core.notes.open(another.id(), file.id()));
    core.notes.detach(note.id(), file.id());
    assertEquals(List.of(), core.notes.get(note.id()).attachments());
  }

  @Test
  void pages_show_pinned_notes_first_then_the_latest() {
    PartyId busy = core.parties.register(PartyData.organisation("Busy")).id();
    List<String> expected = new ArrayList<>();
    for (int i = 0; i < 17; i++) {
      core.notes.write(busy, null, new NoteData("Note " + i, List.of(), i % 5 == 0));
    }
    for (int i = 15; i >= 0; i -= 5) {
      expected.add("Note " + i);
    }
    for (int i = 16; i >= 0; i--) {
      if (i % 5 != 0) {
        expected.add("Note " + i);
      }
    }

    List<String> seen = new ArrayList<>();
    String after = null;
    do {
      Page<NoteView> page =
          core.notes.page(new NoteQuery(null, busy, null), new PageRequest(4, after, null));
      page.items().forEach(note -> seen.add(note.text()));
      after = page.next();
    } while (after != null);

    assertEquals(expected, seen);
  }

  @Test
  void notes_are_found_by_their_words() {
    core.notes.write(firm, person, NoteData.text("Rozmowa o łódkach i żaglach"));

    assertEquals(
        1,
        core.notes
            .page(new NoteQuery("LODKA zagl", firm, person), PageRequest.first())
            .items()
            .size());
    assertThrows(
        InvalidInput.class,
        () ->
            core.notes.page(
                new NoteQuery(null, firm, null), new PageRequest(5, "bm9uc2Vuc2U", null)));
  }
}
