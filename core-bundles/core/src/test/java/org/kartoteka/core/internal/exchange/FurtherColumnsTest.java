package org.kartoteka.core.internal.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.kartoteka.core.internal.exchange.Desk.counts;
import static org.kartoteka.core.internal.exchange.Desk.options;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.kartoteka.core.api.admission.Admissions;
import org.kartoteka.core.api.note.NoteData;
import org.kartoteka.core.api.note.NoteQuery;
import org.kartoteka.core.api.note.NoteView;
import org.kartoteka.core.api.party.PartyId;
import org.kartoteka.core.api.party.PartyStatus;
import org.kartoteka.core.api.person.PersonId;
import org.kartoteka.core.api.person.PersonView;
import org.kartoteka.core.internal.CoreFixture;
import org.kartoteka.platform.api.data.ExpectedRevision;
import org.kartoteka.platform.api.data.PageRequest;
import org.kartoteka.platform.api.exchange.FileFormat;
import org.kartoteka.platform.api.exchange.ImportOptions.Mode;
import org.kartoteka.platform.api.exchange.ImportOrder;
import org.kartoteka.platform.api.exchange.ImportRowView;
import org.kartoteka.platform.api.exchange.ImportView;
import org.kartoteka.platform.api.history.FieldChange;
import org.kartoteka.platform.api.problem.FieldError;
import org.kartoteka.platform.api.problem.InvalidInput;

/** The columns of the status, of superiors, of notes, and of whole names. */
class FurtherColumnsTest {

  private static CoreFixture core;
  private static Desk desk;

  @BeforeAll
  static void start() {
    core = new CoreFixture();
    desk = new Desk(core);
  }

  @AfterEach
  void reset() {
    core.settings.set(Admissions.SETTING, null);
  }

  @AfterAll
  static void stop() {
    core.close();
  }

  @Test
  void further_emails_and_phones_need_not_name_their_kind() {
    ImportView done =
        desk.run(
            "name;otherEmails;otherPhones\n"
                + "Plain Ltd;plain@example.org;+48 22 123 45 67\n"
                + "Kinds Ltd;INVOICE|bills@example.org;MOBILE|+48 601 123 456\n"
                + "Wrong Ltd;12/31/13;\n",
            null);

    List<ImportRowView> rows = desk.rows(done);
    assertEquals(List.of(2L, 0L, 0L, 1L), counts(done));
    assertEquals("PRIVATE", desk.party(rows.get(0)).emails().get(0).kind());
    assertEquals("plain@example.org", desk.party(rows.get(0)).emails().get(0).value());
    assertEquals("PRIVATE", desk.party(rows.get(0)).phones().get(0).kind());
    assertEquals("INVOICE", desk.party(rows.get(1)).emails().get(0).kind());
    assertEquals("otherEmails", rows.get(2).errors().get(0).field());
    assertEquals("email", rows.get(2).errors().get(0).code());
  }

  @Test
  void parties_come_with_their_status_in_any_language() {
    ImportView done =
        desk.run(
            "nazwa;numer;status;powód\nJeden;ST-1;aktywny;\nDwa;ST-2;Zablokowany;nie płaci\n"
                + "Trzy;ST-3;blocked;\nCztery;ST-4;czerwony;\nPięć;ST-5;;\n",
            null);

    List<ImportRowView> rows = desk.rows(done);
    assertEquals(List.of(3L, 0L, 0L, 2L), counts(done));
    assertEquals(PartyStatus.ACTIVE, desk.party(rows.get(0)).status());
    assertEquals(PartyStatus.BARRED, desk.party(rows.get(1)).status());
    assertEquals("statusReason", rows.get(2).errors().get(0).field());
    assertEquals("unknownStatus", rows.get(3).errors().get(0).code());
    assertEquals(PartyStatus.POTENTIAL, desk.party(rows.get(4)).status());

    desk.undo(done);

    assertFalse(core.parties.find(id(rows.get(1))).isPresent());
  }

  @Test
  void a_changed_status_goes_back_unless_somebody_changed_it_since() {
    List<ImportRowView> made =
        desk.rows(desk.run("name,number,status\nA,SU-1,active\nB,SU-2,active\n", null));

    ImportView done =
        desk.run(
            "number,status,reason\nSU-1,passive,\nSU-2,temporarily barred,debts\n",
            options(Mode.UPDATE, "number"));
    assertEquals(
        List.of(new FieldChange("status", "ACTIVE", "PASSIVE")), desk.rows(done).get(0).changes());
    core.parties.changeStatus(
        id(made.get(1)), ExpectedRevision.any(), PartyStatus.BARRED, "somebody");
    ImportView undone = desk.undo(done);

    assertEquals(PartyStatus.ACTIVE, desk.party(made.get(0)).status());
    assertEquals(PartyStatus.BARRED, desk.party(made.get(1)).status());
    assertEquals(1, undone.undo().kept());
  }

  @Test
  void who_waits_for_an_admission_is_not_imported_as_active() {
    core.settings.set(Admissions.SETTING, "true");

    ImportView done =
        desk.run("name,number,status\nA,AD-1,active\nB,AD-2,potential\nC,AD-3,\n", null);

    assertEquals(List.of(2L, 0L, 0L, 1L), counts(done));
    assertEquals("admissionFirst", desk.rows(done).get(0).errors().get(0).code());
    ImportView updated =
        desk.run(
            "number,status,city\nAD-2,active,Łódź\nAD-3,,Kraków\n", options(Mode.UPDATE, "number"));
    assertEquals(List.of(0L, 1L, 0L, 1L), counts(updated));
    assertTrue(desk.party(desk.rows(done).get(1)).addresses().isEmpty());
  }

  @Test
  void status_and_notes_need_rights_of_their_own() {
    try (CoreFixture other = new CoreFixture()) {
      other.user.nowMay("core.import", "core.party.read", "core.party.change");
      byte[] csv = "name,status,note\nX,active,text\n".getBytes(StandardCharsets.UTF_8);

      Map<String, String> guess =
          other.imports.preview("party", new ByteArrayInputStream(csv)).mapping();

      assertEquals(Map.of("name", "name"), guess);
      for (String field : List.of("status", "note")) {
        ImportOrder order =
            new ImportOrder("party", "x.csv", Map.of("name", "name", field, field), null, false);
        assertThrows(
            InvalidInput.class, () -> other.imports.start(order, new ByteArrayInputStream(csv)));
      }
    }
  }

  @Test
  void notes_come_along_once_and_go_with_the_import() {
    ImportView first =
        desk.run("name,number,Notatka\nNoted,NO-1,\"first\nline\"\nBare,NO-2,\n", null);
    PartyId noted = id(desk.rows(first).get(0));
    assertEquals("first\nline", notes(noted, null).get(0).text());

    ImportView second =
        desk.run(
            "number,note\nNO-1,\"first\nline\"\nNO-2,another\n", options(Mode.UPDATE, "number"));
    assertEquals(List.of(0L, 1L, 1L, 0L), counts(second));
    assertEquals(
        List.of(new FieldChange("note", null, "another")), desk.rows(second).get(1).changes());

    desk.undo(second);
    PartyId bare = id(desk.rows(first).get(1));
    assertEquals(List.of(), notes(bare, null));
    ImportView undone = desk.undo(first);
    assertEquals(2, undone.undo().removed());
    assertFalse(core.parties.find(noted).isPresent());
  }

  @Test
  void an_edited_note_stays_and_is_told() {
    ImportView done = desk.run("name,number,note\nEdited,NE-1,as imported\n", null);
    PartyId party = id(desk.rows(done).get(0));
    NoteView note = notes(party, null).get(0);
    core.notes.change(note.id(), ExpectedRevision.any(), NoteData.text("edited by somebody"));

    ImportView undone = desk.undo(done);

    ImportRowView row = core.imports.kept(done.id(), PageRequest.first()).items().get(0);
    assertEquals(1, undone.undo().kept());
    assertEquals("note", row.kept().get(0).field());
    assertEquals("edited by somebody", notes(party, null).get(0).text());
  }

  @Test
  void persons_come_with_superiors_notes_and_names_in_one_cell() {
    desk.run("name,number\nFirm of Superiors,SP-1\nOther Firm,SP-2\n", null);

    ImportView done =
        persons(
            "company;imię i nazwisko;e-mail;przełożony;notatka\n"
                + "SP-1;Anna Nowak;anna@example.com;;Szefowa\n"
                + "SP-1;Kowalski, Jan;jan@example.com;Nowak Anna;\n"
                + "SP-1;Ewa Lis;;JAN@example.com;\n"
                + "SP-2;Ola Wilk;;Anna Nowak;\n"
                + "SP-1;Piotr Kot;;Piotr Kot;\n");

    List<ImportRowView> rows = desk.rows(done);
    assertEquals(List.of(3L, 0L, 0L, 2L), counts(done));
    PersonView anna = person(rows.get(0));
    PersonView jan = person(rows.get(1));
    assertEquals("Jan", jan.firstName());
    assertEquals(anna.id(), jan.superiorId());
    assertEquals(jan.id(), person(rows.get(2)).superiorId());
    assertEquals("unknownSuperior", rows.get(3).errors().get(0).code());
    assertEquals("superior", rows.get(3).errors().get(0).field());
    assertEquals("unknownSuperior", rows.get(4).errors().get(0).code());
    assertEquals("Szefowa", notes(null, anna.id()).get(0).text());

    ImportView undone = desk.undo(done);
    assertEquals(3, undone.undo().removed());
  }

  @Test
  void a_superior_changes_without_cycles_and_goes_back() {
    desk.run("name,number\nCircle,CI-1\n", null);
    List<ImportRowView> made =
        desk.rows(
            persons(
                "party;firstName;lastName;superior\nCI-1;Ala;A;\nCI-1;Ela;B;Ala A\nCI-1;Ola;C;\n"));
    PersonId ala = person(made.get(0)).id();

    ImportView done =
        desk.run(
            "person",
            ("recordId;superior\n"
                    + ala.value()
                    + ";Ela B\n"
                    + made.get(2).recordId()
                    + ";"
                    + ala.value()
                    + "\n")
                .getBytes(StandardCharsets.UTF_8),
            Map.of("recordId", "recordId", "superior", "superior"),
            options(Mode.UPDATE, "recordId"));

    assertEquals(List.of(0L, 1L, 0L, 1L), counts(done));
    ImportRowView refused = desk.rows(done).get(0);
    assertEquals("superior", refused.errors().get(0).field());
    assertEquals("cycle", refused.errors().get(0).code());
    assertEquals(
        List.of(new FieldChange("superior", null, "Ala A")), desk.rows(done).get(1).changes());
    assertEquals(ala, person(made.get(2)).superiorId());

    byte[] exported = desk.export("person", FileFormat.CSV, List.of(made.get(2).recordId()));
    assertTrue(new String(exported, StandardCharsets.UTF_8).contains("Ala A"));
    ImportView again =
        desk.run("person", exported, null, options(Mode.CREATE_AND_UPDATE, "recordId"));
    assertEquals(List.of(0L, 0L, 1L, 0L), counts(again));

    desk.undo(done);
    assertEquals(null, person(made.get(2)).superiorId());
  }

  @Test
  void a_table_without_names_of_persons_says_so_at_once() {
    String csv =
        "Id,Source,Site name,Address,Zip,Phone,Fax,Agency,Executive Director,Email Address\n"
            + "0,scrape.csv, Salvation Army,1 N Ogden Ave,,2262649,,,2749SA,12/31/13\n";

    Map<String, String> guess = guess(csv);

    assertEquals(Map.of("Site name", "party", "Phone", "phone"), guess);
    InvalidInput refused = assertThrows(InvalidInput.class, () -> persons(csv));
    assertEquals(List.of("notMapped"), refused.errors().stream().map(FieldError::code).toList());
  }

  @Test
  void a_column_called_name_means_what_stands_beside_it() {
    assertEquals("fullName", guess("company;name\nA;Jan Nowak\n").get("name"));
    assertEquals("lastName", guess("company;first name;name\nA;Jan;Nowak\n").get("name"));
    assertEquals("firstName", guess("company;name;surname\nA;Jan;Nowak\n").get("name"));
  }

  private static Map<String, String> guess(String csv) {
    return core.imports
        .preview("person", new ByteArrayInputStream(csv.getBytes(StandardCharsets.UTF_8)))
        .mapping();
  }

  private static ImportView persons(String csv) {
    return desk.run("person", csv.getBytes(StandardCharsets.UTF_8), null, null);
  }

  private static PartyId id(ImportRowView row) {
    return new PartyId(Long.parseLong(row.recordId()));
  }

  private static PersonView person(ImportRowView row) {
    return core.persons.get(new PersonId(Long.parseLong(row.recordId())));
  }

  private static List<NoteView> notes(PartyId party, PersonId person) {
    return core.notes.page(new NoteQuery(null, party, person), PageRequest.first()).items();
  }
}
