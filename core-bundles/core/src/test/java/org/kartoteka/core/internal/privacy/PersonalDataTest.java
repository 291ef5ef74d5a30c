package org.kartoteka.core.internal.privacy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.kartoteka.core.api.merge.MergePersons;
import org.kartoteka.core.api.note.NoteData;
import org.kartoteka.core.api.note.NoteView;
import org.kartoteka.core.api.party.Email;
import org.kartoteka.core.api.party.PartyData;
import org.kartoteka.core.api.party.PartyId;
import org.kartoteka.core.api.party.PartyView;
import org.kartoteka.core.api.party.Phone;
import org.kartoteka.core.api.person.PersonData;
import org.kartoteka.core.api.person.PersonId;
import org.kartoteka.core.api.person.PersonQuery;
import org.kartoteka.core.api.person.PersonView;
import org.kartoteka.core.api.privacy.ConsentData;
import org.kartoteka.core.api.privacy.ConsentId;
import org.kartoteka.core.api.privacy.ConsentView;
import org.kartoteka.core.api.privacy.ErasureView;
import org.kartoteka.core.api.privacy.LegalBasis;
import org.kartoteka.core.api.privacy.PersonalDataRights.Form;
import org.kartoteka.core.api.privacy.ProcessingPurpose;
import org.kartoteka.core.internal.CoreFixture;
import org.kartoteka.platform.api.data.ExpectedRevision;
import org.kartoteka.platform.api.data.PageRequest;
import org.kartoteka.platform.api.data.Sql;
import org.kartoteka.platform.api.document.AttachmentView;
import org.kartoteka.platform.api.history.ChangeView;
import org.kartoteka.platform.api.history.FieldChange;
import org.kartoteka.platform.api.privacy.ErasedData;
import org.kartoteka.platform.api.problem.Forbidden;
import org.kartoteka.platform.api.problem.InvalidInput;
import org.kartoteka.platform.api.problem.NotFound;
import org.kartoteka.platform.api.problem.ProofNeeded;
import org.kartoteka.platform.api.problem.Refused;
import org.kartoteka.platform.api.security.RecordAction;
import org.kartoteka.platform.api.security.RecordScope;

class PersonalDataTest {

  private static final String EMAIL = "agnieszka.brzoza@example.org";
  private static final String PHONE = "+48601234567";
  private static final List<String> TRACES = List.of("Agnieszka", "Brzoza", EMAIL, "601234567");

  private final CoreFixture core = new CoreFixture();
  private final PrivacyFixture privacy = new PrivacyFixture(core);
  private final ConsentsService consents = privacy.consents;
  private final PersonalDataRightsService rights = privacy.rights;

  @AfterEach
  void close() {
    core.close();
  }

  @Test
  void after_an_erasure_no_table_of_the_register_names_the_person() {
    PersonView person = privatePerson();
    assertFalse(found().isEmpty());

    ErasureView report = rights.erase(person.id(), "asked by letter of 2 November");

    assertEquals(Map.of(), found());
    assertTrue(kinds(report).containsAll(List.of("person", "party", "note", "attachment")));
    assertEquals(List.of(report), rights.standing(person.id()).erasures());
    assertTrue(core.persons.get(person.id()).fullName().endsWith(" " + person.id().value()));
  }

  @Test
  void erased_colleagues_are_no_duplicates() {
    PartyId firm = core.parties.register(PartyData.organisation("Tartak")).id();
    PersonId one = core.persons.add(firm, PersonData.named("Agnieszka", "Brzoza")).id();
    PersonId other = core.persons.add(firm, PersonData.named("Agnieszka", "Brzoza")).id();
    core.findDuplicates();
    assertEquals(1, core.duplicates.progress().openPersons());

    rights.erase(one, "asked");

    assertEquals(0, core.duplicates.progress().openPersons());
    rights.erase(other, "asked");
    core.findDuplicates();
    assertEquals(0, core.duplicates.progress().openPersons());
  }

  @Test
  void the_name_of_who_became_part_of_the_person_goes_too() {
    PartyId firm = core.parties.register(PartyData.organisation("Tartak")).id();
    PersonId survivor = core.persons.add(firm, PersonData.named("Aga", "Modrzew")).id();
    PersonId merged = core.persons.add(firm, PersonData.named("Agnieszka", "Brzoza")).id();
    core.merges.merge(MergePersons.usual(survivor, merged));
    assertEquals(1, core.search.find("Brzoza", 5).size());

    rights.erase(survivor, "asked");

    assertEquals(Map.of(), found());
    assertEquals(List.of(), core.search.find("Brzoza", 5));
  }

  @Test
  void a_name_of_before_is_looked_for_too() {
    PersonView person = privatePerson();
    core.persons.change(
        person.id(), ExpectedRevision.any(), PersonData.named("Agnieszka", "Modrzew"));
    PartyView other = core.parties.register(PartyData.organisation("Tartak"));
    core.postgres.execute(
        "insert into core.import (type, file_name, dry_run, state, mapping, columns, node,"
            + " started_by, started_at) values ('party', 'a.csv', true, 'DONE', '{}', '[]', 'n',"
            + " 'tester', now());"
            + "insert into core.import_row (import_id, row, outcome, cells) select id, 1, 'REFUSED',"
            + " '{\"name\": \"agnieszka BRZOZA\", \"phone\": \"601-234-567\"}' from core.import;"
            + "insert into core.import_row (import_id, row, outcome, record_id, cells) select id, 2,"
            + " 'CREATED', '"
            + other.id().value()
            + "', '{\"name\": \"Tartak\"}' from core.import");

    rights.erase(person.id(), "asked");

    assertEquals(Map.of(), found());
    assertEquals(
        1,
        core.unitOfWork.call(
            () ->
                Sql.of(
                        core.unitOfWork,
                        "select count(*) from core.import_row where cells is not null")
                    .number()));
  }

  @Test
  void the_reasons_of_an_erasure_and_of_a_restriction_do_not_name_the_person() {
    PersonView person = privatePerson();
    rights.restrict(person.id(), "Brzoza disputes the phone");

    ErasureView report =
        rights.erase(person.id(), "letter of Agnieszka  BRZOZA, phone 601 234 567");

    assertEquals(Map.of(), found());
    assertTrue(report.reason().startsWith("letter of "), report.reason());
    assertNull(rights.standing(person.id()).restrictedAt());
  }

  @Test
  void erasing_needs_a_fresh_proof() {
    PersonView person = privatePerson();
    core.user.provedLongAgo();

    assertThrows(ProofNeeded.class, () -> rights.erase(person.id(), "asked"));
  }

  @Test
  void a_person_of_a_firm_is_erased_and_the_firm_stays() {
    PartyView firm = core.parties.register(PartyData.organisation("Tartak"));
    PersonView person = core.persons.add(firm.id(), data());
    core.notes.write(firm.id(), person.id(), NoteData.text("Brzoza called"));

    rights.erase(person.id(), "asked");

    assertEquals(Map.of(), found());
    assertEquals("Tartak", core.parties.get(firm.id()).name());
  }

  @Test
  void a_preview_tells_the_same_and_changes_nothing() {
    PersonView person = privatePerson();
    Map<String, Long> before = found();

    ErasureView preview = rights.preview(person.id());

    assertEquals(before, found());
    assertEquals(kept(rights.erase(person.id(), "asked")), kept(preview));
  }

  @Test
  void everything_is_handed_out() {
    PersonView person = privatePerson();

    String json = dossier(person.id(), Form.JSON);
    String html = dossier(person.id(), Form.HTML);

    for (String trace : List.of("Agnieszka", "Brzoza", EMAIL, PHONE, "likes <b>oak</b>")) {
      assertTrue(json.contains(trace), trace);
    }
    assertTrue(html.contains("likes &lt;b&gt;oak&lt;/b&gt;"), html);
    assertFalse(html.contains("<b>"), html);
  }

  @Test
  void each_act_reaches_as_far_as_changing_handing_out_and_deleting_do() {
    PersonView person = privatePerson();
    core.scopes.nowReach(RecordAction.CHANGE, RecordScope.NONE);
    core.scopes.nowReach(RecordAction.EXPORT, RecordScope.NONE);
    core.scopes.nowReach(RecordAction.DELETE, RecordScope.NONE);

    assertThrows(Forbidden.class, () -> rights.restrict(person.id(), "asked"));
    assertThrows(Forbidden.class, () -> rights.release(person.id()));
    assertThrows(Forbidden.class, () -> dossier(person.id(), Form.JSON));
    assertThrows(Forbidden.class, () -> rights.preview(person.id()));
    assertThrows(Forbidden.class, () -> rights.erase(person.id(), "asked"));
    assertThrows(
        Forbidden.class, () -> consents.withdraw(person.id(), new ConsentId(1), "by phone"));
    assertEquals(List.of(), rights.standing(person.id()).erasures());
    core.scopes.nowReach(RecordAction.READ, RecordScope.NONE);
    assertThrows(NotFound.class, () -> rights.erase(person.id(), "asked"));
    assertThrows(NotFound.class, () -> rights.standing(person.id()));
  }

  @Test
  void erasing_needs_a_right_of_its_own_and_a_reason() {
    PersonView person = privatePerson();

    assertThrows(InvalidInput.class, () -> rights.erase(person.id(), " "));
    core.user.nowMay("core.person.read", "core.privacy.manage");
    assertThrows(Forbidden.class, () -> rights.erase(person.id(), "asked"));
    assertThrows(Forbidden.class, () -> rights.preview(person.id()));
    core.user.nowMay("core.person.read");
    assertThrows(Forbidden.class, () -> rights.register(person.id()));
    assertThrows(Forbidden.class, () -> consents.of(person.id()));
  }

  @Test
  void a_consent_holds_until_it_is_withdrawn_and_then_not_any_more() {
    PersonView person = privatePerson();
    assertFalse(consents.mayProcess(person.id(), "marketing", "email"));

    ConsentView given = consents.give(person.id(), consent("email"));
    assertTrue(consents.mayProcess(person.id(), "marketing", "email"));
    assertFalse(consents.mayProcess(person.id(), "marketing", "phone"));

    consents.withdraw(person.id(), given.id(), "by phone");
    assertFalse(consents.mayProcess(person.id(), "marketing", "email"));
    assertEquals("form", consents.of(person.id()).get(0).data().source());
  }

  @Test
  void a_file_proves_a_consent_and_stays_with_it_when_the_person_is_erased() {
    PersonView person = privatePerson();
    ConsentView given = consents.give(person.id(), consent("email"));
    byte[] form = "signed".getBytes(StandardCharsets.UTF_8);

    AttachmentView proof =
        consents.prove(person.id(), given.id(), "form.pdf", new ByteArrayInputStream(form));

    assertEquals(List.of(proof), consents.of(person.id()).get(0).proofs());
    assertTrue(dossier(person.id(), Form.JSON).contains("form.pdf"));
    ErasedData kept =
        rights.erase(person.id(), "asked").data().stream()
            .filter(one -> one.kind().equals("consent-proof"))
            .findFirst()
            .orElseThrow();
    assertEquals(1, kept.kept());
    assertEquals("proof", kept.reason());
    assertEquals(List.of(proof), consents.of(person.id()).get(0).proofs());
  }

  @Test
  void a_proof_is_read_with_its_own_consent_only() throws IOException {
    PersonView person = privatePerson();
    ConsentView given = consents.give(person.id(), consent("email"));
    ConsentView other = consents.give(person.id(), consent("phone"));
    AttachmentView proof =
        consents.prove(
            person.id(), given.id(), "form.pdf", new ByteArrayInputStream(new byte[] {7}));

    assertEquals(7, consents.open(person.id(), given.id(), proof.id()).read());
    assertThrows(NotFound.class, () -> consents.open(person.id(), other.id(), proof.id()));
    core.scopes.nowReach(RecordAction.CHANGE, RecordScope.NONE);
    assertThrows(
        Forbidden.class,
        () ->
            consents.prove(person.id(), given.id(), "a", new ByteArrayInputStream(new byte[] {7})));
    core.user.nowMay("core.person.read");
    assertThrows(Forbidden.class, () -> consents.open(person.id(), given.id(), proof.id()));
  }

  @Test
  void what_rests_on_a_contract_needs_no_consent_but_stops_when_restricted() {
    PersonView person = privatePerson();
    assertTrue(consents.mayProcess(person.id(), "service", "any"));
    assertFalse(consents.mayProcess(person.id(), "unknown", "any"));

    rights.restrict(person.id(), "disputes the address");
    assertFalse(consents.mayProcess(person.id(), "service", "any"));

    rights.release(person.id());
    assertTrue(consents.mayProcess(person.id(), "service", "any"));
  }

  @Test
  void a_purpose_is_called_so_that_its_name_can_stand_in_an_address() {
    for (String name : List.of("a/b", "a\\b", "a%2fb", "a;b", "..", "a b", "A", "é")) {
      InvalidInput refused =
          assertThrows(
              InvalidInput.class,
              () -> consents.save(new ProcessingPurpose(name, LegalBasis.CONSENT, "x", false)));

      assertEquals("name", refused.errors().get(0).field(), name);
      assertEquals("purposeName", refused.errors().get(0).code(), name);
    }
  }

  @Test
  void the_history_of_a_purpose_tells_what_changed() {
    consents.save(new ProcessingPurpose("fairs", LegalBasis.CONSENT, "Invitations", false));
    consents.save(new ProcessingPurpose("fairs", LegalBasis.CONSENT, "Invitations", true));

    List<ChangeView> history = core.history.of("purpose", "fairs", PageRequest.first()).items();
    assertEquals(List.of(new FieldChange("archived", "false", "true")), history.get(0).changes());
    assertEquals(ChangeView.Kind.CREATED, history.get(1).kind());
  }

  @Test
  void nobody_consents_to_what_rests_on_another_ground() {
    PersonView person = privatePerson();

    assertThrows(
        Refused.class,
        () ->
            consents.give(
                person.id(), new ConsentData("service", "any", "1", "form", null, null, null)));
    consents.save(new ProcessingPurpose("fairs", LegalBasis.CONSENT, "Invitations", true));
    assertThrows(
        Refused.class,
        () ->
            consents.give(
                person.id(), new ConsentData("fairs", "any", "1", "form", null, null, null)));
  }

  private PersonView privatePerson() {
    PartyView party = core.parties.register(PartyData.naturalPerson("Agnieszka", "Brzoza"));
    PersonView person =
        core.persons.page(PersonQuery.of(party.id()), PageRequest.first()).items().get(0);
    PersonView filled = core.persons.change(person.id(), ExpectedRevision.any(), data());
    NoteView note = core.notes.write(party.id(), null, NoteData.text("Brzoza likes <b>oak</b>"));
    core.notes.attach(
        note.id(), "Brzoza.txt", new ByteArrayInputStream(EMAIL.getBytes(StandardCharsets.UTF_8)));
    return filled;
  }

  private static PersonData data() {
    return PersonData.named("Agnieszka", "Brzoza").toBuilder()
        .remarks("remarks on Brzoza")
        .phones(List.of(new Phone("MOBILE", PHONE)))
        .emails(List.of(new Email("WORK", EMAIL)))
        .build();
  }

  private static ConsentData consent(String channel) {
    return new ConsentData("marketing", channel, "2026-1", "form", null, null, null);
  }

  private String dossier(PersonId person, Form form) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    rights.dossier(person, form, out);
    return out.toString(StandardCharsets.UTF_8);
  }

  /** Without the files, which a fake keeps outside of the transaction. */
  private static List<ErasedData> kept(ErasureView report) {
    return report.data().stream().filter(one -> !one.kind().equals("attachment")).toList();
  }

  private static List<String> kinds(ErasureView report) {
    return report.data().stream().map(one -> one.kind()).toList();
  }

  /** Every column of every table that holds a trace, with the number of its rows. */
  private Map<String, Long> found() {
    Map<String, Long> found = new java.util.TreeMap<>();
    try (Connection connection = core.postgres.dataSource().getConnection();
        Statement statement = connection.createStatement()) {
      List<String[]> columns = new ArrayList<>();
      try (ResultSet rows =
          statement.executeQuery(
              "select table_schema || '.' || table_name, column_name from"
                  + " information_schema.columns where table_schema = 'core'")) {
        while (rows.next()) {
          columns.add(new String[] {rows.getString(1), rows.getString(2)});
        }
      }
      for (String[] column : columns) {
        for (String trace : TRACES) {
          try (ResultSet rows =
              statement.executeQuery(
                  "select count(*) from "
                      + column[0]
                      + " where "
                      + column[1]
                      + "::text ilike '%"
                      + trace
                      + "%'")) {
            rows.next();
            if (rows.getLong(1) > 0) {
              found.merge(column[0] + "." + column[1], rows.getLong(1), Long::sum);
            }
          }
        }
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    return found;
  }
}
