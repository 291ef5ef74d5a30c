package org.kartoteka.core.internal.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.kartoteka.core.internal.exchange.Desk.counts;
import static org.kartoteka.core.internal.exchange.Desk.options;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.kartoteka.core.api.custom.CustomFieldData;
import org.kartoteka.core.api.custom.CustomFieldType;
import org.kartoteka.core.api.party.Address;
import org.kartoteka.core.api.party.BankAccount;
import org.kartoteka.core.api.party.Email;
import org.kartoteka.core.api.party.Identifier;
import org.kartoteka.core.api.party.PartyData;
import org.kartoteka.core.api.party.PartyKind;
import org.kartoteka.core.api.party.PartyPerson;
import org.kartoteka.core.api.party.PartyView;
import org.kartoteka.core.api.party.Phone;
import org.kartoteka.core.api.person.PersonData;
import org.kartoteka.core.api.person.PersonId;
import org.kartoteka.core.api.person.PersonQuery;
import org.kartoteka.core.api.person.PersonView;
import org.kartoteka.core.internal.CoreFixture;
import org.kartoteka.platform.api.audit.AuditAct;
import org.kartoteka.platform.api.audit.AuditEntry;
import org.kartoteka.platform.api.data.PageRequest;
import org.kartoteka.platform.api.exchange.FileFormat;
import org.kartoteka.platform.api.exchange.ImportOptions.Mode;
import org.kartoteka.platform.api.exchange.ImportPreview;
import org.kartoteka.platform.api.exchange.ImportRowView;
import org.kartoteka.platform.api.exchange.ImportView;
import org.kartoteka.platform.api.problem.Forbidden;
import org.kartoteka.platform.api.problem.InvalidInput;
import org.kartoteka.testing.TestData;

class FormatsTest {

  private static final List<String> NASTY =
      List.of(
          "=1+1",
          "'=already quoted",
          "''-twice",
          "@cmd",
          "-x",
          "comma, semicolon; bar | quote \" apostrophe '",
          "back\\slash \\; \\n end\\",
          "Żółć Ёлка Щука 株式会社 😀",
          "007",
          "1e5",
          "12.50",
          "<b>&amp;</b>",
          "X-KARTOTEKA=x");

  private static CoreFixture core;
  private static Desk desk;

  @BeforeAll
  static void start() {
    core = new CoreFixture();
    desk = new Desk(core);
    core.customFields.define(
        CustomFieldData.of("party", "nasty", "Nasty field", CustomFieldType.TEXT));
  }

  @AfterAll
  static void stop() {
    core.close();
  }

  @Test
  void json_names_the_fields_and_leaves_codes_and_formulas_as_they_are() throws IOException {
    PartyView party = core.parties.register(PartyData.organisation("=1+1 \"quoted\""));

    byte[] file = desk.export("party", FileFormat.JSON, List.of(Long.toString(party.id().value())));

    JsonNode rows = new ObjectMapper().readTree(file);
    assertEquals(1, rows.size());
    assertEquals(party.name(), rows.get(0).get("name").textValue());
    assertEquals("POTENTIAL", rows.get(0).get("status").textValue());
    assertTrue(rows.get(0).get("shortName").isNull());
  }

  @ParameterizedTest
  @EnumSource(value = FileFormat.class, names = "JSON", mode = EnumSource.Mode.EXCLUDE)
  void an_exported_file_imported_again_changes_nothing(FileFormat format) {
    List<PartyView> parties = new ArrayList<>();
    for (String text : NASTY) {
      parties.add(core.parties.register(nasty(text)));
      parties.add(core.parties.register(nastyPerson(text)));
    }
    List<String> ids = parties.stream().map(party -> Long.toString(party.id().value())).toList();

    byte[] file = desk.export("party", format, ids);
    ImportView again = desk.run("party", file, null, options(Mode.CREATE_AND_UPDATE, "recordId"));

    assertEquals(
        List.of(0L, 0L, (long) ids.size(), 0L),
        counts(again),
        () ->
            desk.rows(again).stream()
                .filter(row -> !row.outcome().name().equals("SKIPPED"))
                .map(row -> row.label() + row.changes() + row.errors())
                .toList()
                .toString());
    parties.forEach(party -> assertEquals(party, core.parties.get(party.id())));
  }

  @ParameterizedTest
  @EnumSource(value = FileFormat.class, names = "JSON", mode = EnumSource.Mode.EXCLUDE)
  void an_exported_file_makes_the_same_parties_elsewhere(FileFormat format) {
    List<PartyView> parties = new ArrayList<>();
    for (String text : NASTY) {
      parties.add(core.parties.register(nasty(text)));
      parties.add(core.parties.register(nastyPerson(text)));
    }
    byte[] file =
        desk.export(
            "party",
            format,
            parties.stream().map(party -> Long.toString(party.id().value())).toList());
    try (CoreFixture other = new CoreFixture()) {
      other.customFields.define(
          CustomFieldData.of("party", "nasty", "Nasty field", CustomFieldType.TEXT));
      Desk there = new Desk(other);

      ImportView done = there.run("party", file, null, options(Mode.CREATE, "number"));

      List<ImportRowView> rows = there.rows(done);
      for (int i = 0; i < parties.size(); i++) {
        assertEquals("CREATED", rows.get(i).outcome().name(), rows.get(i).toString());
        PartyData made = there.party(rows.get(i)).data();
        assertEquals(Set.copyOf(parties.get(i).phones()), Set.copyOf(made.phones()));
        assertEquals(
            PartyCells.of(parties.get(i).data(), any -> null), PartyCells.of(made, any -> null));
      }
    }
  }

  @ParameterizedTest
  @EnumSource(value = FileFormat.class, names = "JSON", mode = EnumSource.Mode.EXCLUDE)
  void exported_persons_imported_again_change_nothing(FileFormat format) {
    PartyView firm = core.parties.register(PartyData.organisation("Firm of persons " + format));
    for (String text : NASTY) {
      core.persons.add(
          firm.id(),
          PersonData.named(text, "Nasty").toBuilder()
              .sex("F")
              .remarks(text + "\nsecond line")
              .position(text)
              .department(text)
              .profession(text)
              .phones(List.of(new Phone("OFFICE", "+48600123456"), new Phone(null, "+48600123457")))
              .emails(List.of(new Email("OFFICE", "a@b.pl"), new Email("HOME", "c@d.pl")))
              .build());
    }
    List<PersonView> persons =
        core.persons.page(PersonQuery.of(firm.id()), PageRequest.first(100)).items();

    byte[] file =
        desk.export(
            "person",
            format,
            persons.stream().map(person -> Long.toString(person.id().value())).toList());
    ImportView again = desk.run("person", file, null, options(Mode.CREATE_AND_UPDATE, "recordId"));

    assertEquals(
        List.of(0L, 0L, (long) NASTY.size(), 0L), counts(again), () -> desk.rows(again).toString());
  }

  @Test
  void a_csv_is_harmless_to_spreadsheets() {
    PartyView party = core.parties.register(PartyData.organisation("=cmd|' /C calc'!A0"));

    String csv =
        new String(
            desk.export("party", FileFormat.CSV, List.of(Long.toString(party.id().value()))),
            StandardCharsets.UTF_8);

    assertTrue(csv.startsWith("\uFEFF"), csv);
    assertTrue(csv.contains("'=cmd|"), csv);
    assertFalse(csv.contains(",=cmd"), csv);
  }

  @Test
  void an_export_stands_in_the_audit_log() {
    desk.export("party", FileFormat.CSV, List.of());

    AuditEntry last = core.audit.entries().get(core.audit.entries().size() - 1);
    assertEquals(AuditAct.EXPORTED, last.act());
    assertEquals("export", last.record().type());
    assertTrue(last.record().label().endsWith(".csv"), last.record().label());
  }

  @Test
  void exporting_needs_a_right() {
    core.user.nowMay("core.party.read");
    try {
      assertThrows(Forbidden.class, () -> desk.export("party", FileFormat.CSV, List.of()));
      assertEquals(List.of(), core.exports.exporters());
    } finally {
      core.user.nowMay("*");
    }
  }

  @Test
  void a_card_with_an_organisation_is_a_party_with_that_person() {
    String cards =
        """
        BEGIN:VCARD
        VERSION:2.1
        N;CHARSET=windows-1250;ENCODING=QUOTED-PRINTABLE:=A3ukasiewicz;Jan
        ORG:Naftowa Sp. z o.o.;Rafineria
        TITLE:Director
        TEL;WORK;VOICE:+48 12 345 67 89
        TEL;CELL:+48 600 123 456
        EMAIL;INTERNET:jan@naftowa.pl
        END:VCARD
        BEGIN:VCARD
        VERSION:3.0
        FN:Anna Nowak
        N:Nowak;Anna;;;
        ORG:Naftowa Sp. z o.o.
        END:VCARD
        BEGIN:VCARD
        VERSION:4.0
        FN:Simon Perreault
        N:Perreault;Simon;;;ing. jr
        TEL;VALUE=uri;TYPE="voice,home":tel:+1-418-656-9254
        END:VCARD
        """;

    ImportView done =
        desk.run("party", cards.getBytes(StandardCharsets.UTF_8), null, options(Mode.CREATE));

    List<ImportRowView> rows = desk.rows(done);
    PartyView firm = desk.party(rows.get(0));
    List<PersonView> persons =
        core.persons.page(PersonQuery.of(firm.id()), PageRequest.first()).items();
    assertEquals(
        List.of("CREATED", "UPDATED", "CREATED"),
        rows.stream().map(row -> row.outcome().name()).toList());
    assertEquals("Naftowa Sp. z o.o.", firm.name());
    assertEquals(
        List.of("Jan Łukasiewicz", "Anna Nowak"),
        persons.stream().map(PersonView::fullName).toList());
    assertEquals("Director", persons.get(0).position());
    assertEquals(PartyKind.NATURAL_PERSON, desk.party(rows.get(2)).kind());
  }

  @Test
  void a_card_of_a_phone_says_no_more_than_its_owner_knows() {
    core.parties.register(PartyData.organisation("Firm in a phone"));
    String card =
        """
        BEGIN:VCARD
        VERSION:3.0
        N:Wiśniewska;Ewa;;;
        FN:Ewa Wiśniewska
        ORG:Firm in a phone;
        item1.EMAIL;type=INTERNET;type=pref:ewa@phone.example
        item1.X-ABLabel:_$!<Work>!$_
        TEL;type=CELL;type=VOICE;type=pref:600 100 777
        BDAY;X-APPLE-OMIT-YEAR=1604:1604-03-05
        PHOTO;ENCODING=b;TYPE=JPEG:/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDAAEBAQEBAQEB
         AQEBAQEBAQEBAQEBAQEBAQEBAQEB
        END:VCARD
        """;

    ImportView done =
        desk.run("person", card.getBytes(StandardCharsets.UTF_8), null, options(Mode.CREATE));

    ImportRowView row = desk.rows(done).get(0);
    assertEquals("CREATED", row.outcome().name(), row.toString());
    PersonView person = core.persons.get(new PersonId(Long.parseLong(row.recordId())));
    assertEquals(List.of(new Phone("MOBILE", "+48600100777")), person.phones());
    assertEquals("ewa@phone.example", person.emails().get(0).value());
    assertEquals(null, person.personalData().birthday(), "only the day is known, not the year");
  }

  @Test
  void the_names_in_cards_are_not_guessed_at() {
    String cards =
        "BEGIN:VCARD\nVERSION:3.0\nFN:Only Organisation\nORG:Only Organisation\nEND:VCARD\n"
            + "BEGIN:VCARD\nVERSION:3.0\nN:Lastname;;;;\nFN:Lastname\nEND:VCARD\n";

    ImportPreview preview =
        core.imports.preview(
            "party", new ByteArrayInputStream(cards.getBytes(StandardCharsets.UTF_8)));

    assertEquals("name", preview.mapping().get("name"));
    assertEquals("lastName", preview.mapping().get("lastName"));
  }

  @ParameterizedTest
  @CsvSource({
    "places/geonames-pl-cp1250.csv.gz, windows-1250",
    "places/geonames-pl-utf8.csv.gz, UTF-8"
  })
  void places_arrive_right(String file, String encoding) {
    ImportPreview preview =
        core.imports.preview("party", new ByteArrayInputStream(TestData.bytes(file)));

    assertEquals(encoding, preview.encoding());
    assertTrue(
        preview.sample().stream().anyMatch(row -> row.containsValue("Żyrzyn")),
        preview.sample().toString());
  }

  @Test
  void every_file_has_a_clear_outcome() throws IOException {
    for (String folder : List.of("vcard", "xlsx", "csv", "naughty")) {
      for (Path file : TestData.files(folder)) {
        byte[] content = Files.readAllBytes(file);
        for (String type : List.of("party", "person")) {
          try {
            ImportPreview preview = core.imports.preview(type, new ByteArrayInputStream(content));
            Map<String, String> mapping =
                preview.mapping().containsValue("name")
                        || preview.mapping().containsValue("lastName")
                    ? preview.mapping()
                    : Map.of(preview.columns().get(0), type.equals("party") ? "name" : "party");
            ImportView done = desk.run(type, content, mapping, options(Mode.CREATE));
            assertEquals(ImportView.State.DONE, done.state(), file.toString());
            assertEquals(done.rows(), done.done(), file.toString());
            assertTrue(
                desk.rows(done).stream()
                    .flatMap(row -> row.errors().stream())
                    .noneMatch(error -> error.code().equals("unexpected")),
                () -> file + " " + desk.rows(done));
          } catch (InvalidInput clear) {
            assertFalse(clear.errors().isEmpty());
          }
        }
      }
    }
  }

  private static PartyData nasty(String text) {
    return PartyData.organisation(text).toBuilder()
        .shortName(text)
        .identifiers(List.of(new Identifier("US_CIK", text), new Identifier("OTHER", text)))
        .addresses(
            List.of(
                new Address("DELIVERY", text, "00-950", text, text, "PL"),
                new Address("SEAT", text, null, text, null, null)))
        .phones(
            List.of(
                new Phone("OFFICE", "+48600123456"),
                new Phone("MOBILE", "+48600123457"),
                new Phone("OFFICE", "+48600123458"),
                new Phone("NIGHT", "+48600123459")))
        .emails(List.of(new Email("OFFICE", "a@b.pl"), new Email("INVOICES", "x@y.pl")))
        .web("www.example.pl")
        .bankAccounts(
            List.of(
                new BankAccount("PL61109010140000071219812874", null, text, "PLN"),
                new BankAccount("DE89370400440532013000", null, text, null)))
        .paymentTermDays(14)
        .documentText(text + "\nsecond line\n\nlast")
        .language("pl")
        .currency("PLN")
        .rating(3)
        .tags(List.of(text, "plain"))
        .roles(List.of("CUSTOMER", "PARTNER"))
        .custom(Map.of("nasty", text))
        .build();
  }

  private static PartyData nastyPerson(String text) {
    return PartyData.naturalPerson(text, text).toBuilder()
        .addresses(List.of(new Address("HOME", text, null, text, null, "BG")))
        .phones(List.of(new Phone("PRIVATE", "+48600123456"), new Phone("OFFICE", "+48600123457")))
        .emails(List.of(new Email("PRIVATE", "a@b.pl")))
        .tags(List.of(text))
        .person(new PartyPerson(text, text, "F"))
        .build();
  }
}
