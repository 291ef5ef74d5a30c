package org.kartoteka.core.internal.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.kartoteka.core.api.party.PartyId;
import org.kartoteka.core.api.party.PartyKind;
import org.kartoteka.core.api.party.PartyPerson;
import org.kartoteka.core.api.party.PartyQuery;
import org.kartoteka.core.api.party.PartySummary;
import org.kartoteka.core.api.party.PartyView;
import org.kartoteka.core.api.party.Phone;
import org.kartoteka.core.api.person.PersonQuery;
import org.kartoteka.core.api.person.PersonView;
import org.kartoteka.core.internal.CoreFixture;
import org.kartoteka.platform.api.data.PageRequest;
import org.kartoteka.platform.api.exchange.ImportField;
import org.kartoteka.platform.api.exchange.ImportPreview;
import org.kartoteka.platform.api.exchange.ImportRowView;
import org.kartoteka.platform.api.exchange.ImportView;
import org.kartoteka.platform.api.exchange.RecordImporter;
import org.kartoteka.platform.api.exchange.RowOutcome;
import org.kartoteka.platform.api.problem.FieldError;
import org.kartoteka.platform.api.problem.Forbidden;
import org.kartoteka.platform.api.problem.InvalidInput;
import org.kartoteka.platform.api.problem.Refused;
import org.kartoteka.platform.api.record.RecordRef;
import org.kartoteka.testing.TestData;

class ImportsServiceTest {

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
  void a_list_of_firms_is_understood_without_help() {
    ImportPreview preview = core.imports.preview("party", new ByteArrayInputStream(firms()));

    assertEquals("UTF-8", preview.encoding());
    assertEquals(",", preview.delimiter());
    assertEquals(
        Map.of(
            "Symbol", "number",
            "Security", "name",
            "GICS Sector", "tags",
            "Headquarters Location", "city",
            "CIK", "US_CIK"),
        preview.mapping());
    assertEquals(10, preview.sample().size());
    assertEquals("3M", preview.sample().get(0).get("Security"));
  }

  @Test
  void a_file_in_which_malware_is_found_is_neither_looked_at_nor_imported() {
    long imports = core.imports.page(PageRequest.first()).items().size();
    try {
      core.malware.finds("Eicar-Test-Signature");

      for (byte[] file : List.of(firms(), bytes("BEGIN:VCARD\nFN:Jan\nEND:VCARD\n"))) {
        InvalidInput atPreview =
            assertThrows(
                InvalidInput.class,
                () ->
                    core.imports.preview(
                        "party", "firms.csv", new ByteArrayInputStream(file), null));
        assertEquals(
            List.of(FieldError.of("file", "malware", "firms.csv", "Eicar-Test-Signature")),
            atPreview.errors());
        assertThrows(InvalidInput.class, () -> run("party", file, null, false));
      }
    } finally {
      core.malware.finds(null);
    }
    assertEquals(imports, core.imports.page(PageRequest.first()).items().size());
  }

  @Test
  void a_list_of_firms_is_imported_once() {
    ImportView dry = run("party", firms(), null, true);
    assertEquals(List.of(503L, 503L, 0L, 0L), counts(dry));
    assertEquals(0, core.parties.count(PartyQuery.text("3M saint paul"), 10));
    assertNull(core.imports.rows(dry.id(), null, PageRequest.first()).items().get(0).recordId());

    ImportView first = run("party", firms(), null, false);
    assertEquals(ImportView.State.DONE, first.state());
    assertEquals(List.of(503L, 503L, 0L, 0L), counts(first));

    ImportView second = run("party", firms(), null, false);
    assertEquals(List.of(503L, 0L, 503L, 0L), counts(second));
    ImportRowView skipped =
        core.imports.rows(second.id(), RowOutcome.Kind.SKIPPED, PageRequest.first()).items().get(0);
    assertEquals("3M", skipped.label());
    PartyView party = party(skipped);
    assertEquals("MMM", party.number());
    assertEquals("Saint Paul, Minnesota", party.addresses().get(0).city());
    assertEquals("66740", party.identifiers().get(0).value());
    assertEquals(List.of("Industrials"), party.tags());
  }

  @Test
  void every_row_has_its_outcome_and_reasons() {
    String csv =
        """
        name;NIP;email;rating;country
        Good firm;856-734-62-15;a@b.pl;5;Polska
        ;5260250274;;;
        Bad number;8567346216;nobody;9;Atlantis
        Same number;8567346215;;;
        Words;;;many;
        Too;;;;;there
        """;

    ImportView done = run("party", bytes(csv), null, false);

    assertEquals(List.of(6L, 1L, 1L, 4L), counts(done));
    List<ImportRowView> rows = core.imports.rows(done.id(), null, PageRequest.first()).items();
    assertEquals(
        List.of("CREATED", "REFUSED", "REFUSED", "SKIPPED", "REFUSED", "REFUSED"),
        rows.stream().map(row -> row.outcome().name()).toList());
    assertEquals(List.of("name:required"), codes(rows.get(1)));
    assertEquals(
        List.of("PL_NIP:checkDigit", "country:unknownCountry", "email:email", "rating:range"),
        codes(rows.get(2)));
    assertEquals("Good firm", rows.get(3).label());
    assertEquals(List.of("rating:number"), codes(rows.get(4)));
    assertEquals(List.of(":columns"), codes(rows.get(5)));
    assertEquals("8567346216", rows.get(2).values().get("NIP"));
    assertTrue(
        rows.get(2).errors().stream()
            .anyMatch(error -> error.message().startsWith("The check digit")));

    String refused = new String(core.imports.refusedRows(done.id()), StandardCharsets.UTF_8);
    assertTrue(refused.startsWith("\uFEFFname,NIP,email,rating,country,Reason"), refused);
    assertEquals(5, refused.lines().count());
  }

  @Test
  void refused_rows_are_no_formulas_for_a_spreadsheet_and_can_be_imported_again() {
    String csv = "name,email,phone\n=cmd|' /C calc'!A0,+x@,+48 600 123 456\n";

    ImportView done =
        run("party", bytes(csv), Map.of("name", "name", "email", "email", "phone", "phone"), false);
    byte[] refused = core.imports.refusedRows(done.id());

    String text = new String(refused, StandardCharsets.UTF_8);
    assertTrue(text.contains("'=cmd|' /C calc'!A0,'+x@,+48 600 123 456,"), text);
    ImportView again = run("party", refused, Map.of("name", "name", "phone", "phone"), false);
    assertEquals(List.of(1L, 1L, 0L, 0L), counts(again));
    assertEquals(
        "=cmd|' /C calc'!A0",
        core.imports.rows(again.id(), null, PageRequest.first()).items().get(0).label());
  }

  @ParameterizedTest
  @CsvSource({
    "UTF-8, UTF-8, Żółta Łódź sp. z o.o., Łódź",
    "windows-1250, windows-1250, Żółta Łódź i Gęś w Świdrze, Świdrze",
    "windows-1251, windows-1251, Чёрная роза и Соловьёв, Соловьёв",
    "windows-1251, windows-1251, Софийска вода АД, Софийска",
    "UTF-16LE, UTF-16LE, Жълта роза, роза",
  })
  void encodings_are_recognised(String written, String recognised, String name, String word) {
    String mark = written.startsWith("UTF-16") ? "\uFEFF" : "";
    byte[] csv =
        (mark + "name;city\n" + name + " " + written + ";Kraków\n")
            .replace("Kraków", "X")
            .getBytes(Charset.forName(written));

    ImportPreview preview = core.imports.preview("party", new ByteArrayInputStream(csv));
    ImportView done = run("party", csv, null, false);

    assertEquals(recognised, preview.encoding());
    assertEquals(List.of(1L, 1L, 0L, 0L), counts(done));
    assertTrue(
        core
            .parties
            .page(PartyQuery.text(word + " " + written), PageRequest.first())
            .items()
            .stream()
            .map(PartySummary::name)
            .anyMatch(found -> found.startsWith(name)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "name,city\nA,B\n",
        "name;city\nA;B\n",
        "name\tcity\nA\tB\n",
        "name|city\nA|B\n",
        "\uFEFFname,city\r\n\"A\",\"B, C; D\"\r\n",
        "\n\nname;city\nA, Inc.;B\n"
      })
  void delimiters_are_recognised(String csv) {
    ImportPreview preview =
        core.imports.preview(
            "party", new ByteArrayInputStream(csv.getBytes(StandardCharsets.UTF_8)));

    assertEquals(List.of("name", "city"), preview.columns());
    assertEquals(Map.of("name", "name", "city", "city"), preview.mapping());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Nazwa;NIP;Ulica;Kod pocztowy;Miejscowość;Telefon|name,PL_NIP,street,postalCode,city,phone",
        "Име;ЕИК;Адрес;Град;Имейл|name,BG_EIK,street,city,email",
        "Наименование;ИНН;КПП;ОГРН;Город;Сайт|name,RU_INN,RU_KPP,RU_OGRN,city,web",
        "Company Name;VAT;ZIP Code;E-Mail;Web Site|name,EU_VAT,postalCode,email,web",
      })
  void headings_are_understood_in_four_languages(String headings, String fields) {
    byte[] csv = (headings + "\nx\n").getBytes(StandardCharsets.UTF_8);

    ImportPreview preview = core.imports.preview("party", new ByteArrayInputStream(csv));

    assertEquals(List.of(fields.split(",")), List.copyOf(preview.mapping().values()));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "First name;Last name;E-mail|firstName,lastName,email",
        "Name;Surname;Phone|firstName,lastName,phone",
        "Imię;Nazwisko;PESEL;Płeć|firstName,lastName,PL_PESEL,sex",
        "Име;Фамилия;ЕГН;Телефон|firstName,lastName,BG_EGN,phone",
        "Имя;Фамилия;Пол;Город|firstName,lastName,sex,city",
        "Company;First name;Last name;Phone|name,phone",
        "Rodzaj;Nazwa;Imię;Nazwisko|kind,name,firstName,lastName",
        "Вид;Фирма;Лично име;Фамилия|kind,name,firstName,lastName",
        "Вид контрагента;Название;Имя;Фамилия|kind,name,firstName,lastName",
      })
  void headings_of_natural_persons_are_understood(String headings, String fields) {
    byte[] csv = (headings + "\n;x\n").getBytes(StandardCharsets.UTF_8);

    ImportPreview preview = core.imports.preview("party", new ByteArrayInputStream(csv));

    assertEquals(List.of(fields.split(",")), List.copyOf(preview.mapping().values()));
  }

  @Test
  void natural_persons_are_imported_with_their_one_person() {
    String csv =
        """
        Imię;Nazwisko;PESEL;Płeć;E-mail;Telefon;Ulica
        Zofia;Import-Mazur;44051401359;kobieta;zofia@example.pl;600 123 456;Długa 1
        ;Import-Bez;44051401359;;;;
        Jan;;;;;;
        ;;;;kto@example.pl;;
        Adam;Import-Zły;44051401358;x;;;
        """;

    ImportView done = run("party", bytes(csv), null, false);

    List<ImportRowView> rows = core.imports.rows(done.id(), null, PageRequest.first()).items();
    assertEquals(
        List.of("CREATED", "SKIPPED", "CREATED", "REFUSED", "REFUSED"),
        rows.stream().map(row -> row.outcome().name()).toList());
    assertEquals("Zofia Import-Mazur", rows.get(0).label());
    assertEquals(List.of("name:required"), codes(rows.get(3)));
    assertEquals(List.of("PL_PESEL:checkDigit", "sex:sex"), codes(rows.get(4)));
    PartyView zofia = party(rows.get(0));
    assertEquals(PartyKind.NATURAL_PERSON, zofia.kind());
    assertEquals(new PartyPerson("Zofia", "Import-Mazur", "F"), zofia.person());
    assertEquals("HOME", zofia.addresses().get(0).kind());
    assertEquals(new Phone("PRIVATE", "+48600123456"), zofia.phones().get(0));
    assertEquals("PRIVATE", zofia.emails().get(0).kind());
    List<PersonView> persons =
        core.persons.page(new PersonQuery(null, zofia.id()), PageRequest.first()).items();
    assertEquals(List.of("Import-Mazur"), persons.stream().map(PersonView::lastName).toList());
  }

  @Test
  void the_kind_of_each_party_may_stand_in_the_file() {
    String csv =
        """
        kind,name,first name,last name
        ORGANISATION,Kind firm,,
        natural person,,Ewa,Kind-One
        osoba fizyczna,Jan Maria Kind-Two,,
        физическо лице,"Kind-Three, Ana",,
        физическое лицо,Kind-Four,,
        firma,Kind both,Ewa,Kind
        alien,Kind five,,
        ,Kind six,,
        ,,Ala,Kind-Seven
        """;

    ImportView done = run("party", bytes(csv), null, false);

    List<ImportRowView> rows = core.imports.rows(done.id(), null, PageRequest.first()).items();
    assertEquals(List.of("firstName:notAllowed"), codes(rows.get(5)));
    assertEquals(List.of("kind:unknownKind"), codes(rows.get(6)));
    assertEquals(List.of(9L, 7L, 0L, 2L), counts(done));
    assertEquals(
        List.of(
            "ORGANISATION Kind firm",
            "NATURAL_PERSON Ewa Kind-One",
            "NATURAL_PERSON Jan Maria Kind-Two",
            "NATURAL_PERSON Ana Kind-Three",
            "NATURAL_PERSON Kind-Four",
            "ORGANISATION Kind six",
            "NATURAL_PERSON Ala Kind-Seven"),
        rows.stream()
            .filter(row -> row.outcome() == RowOutcome.Kind.CREATED)
            .map(ImportsServiceTest::party)
            .map(party -> party.kind() + " " + party.name())
            .toList());
    assertEquals("Jan Maria", party(rows.get(2)).person().firstName());
    assertEquals("Kind-Four", party(rows.get(4)).person().lastName());
  }

  @Test
  void a_column_called_type_that_tells_no_kind_is_not_taken() {
    byte[] csv = bytes("name,Type\nA,Pharmacy\nB,Bakery\nC,company\n");

    ImportPreview preview = core.imports.preview("party", new ByteArrayInputStream(csv));

    assertEquals(Map.of("name", "name"), preview.mapping());
  }

  @Test
  void a_column_whose_cells_belie_its_heading_is_not_taken() {
    byte[] csv = bytes("name,Email Address,Website\nA,12/31/13,Yes\nB,08/01/16,No\nC,,www.c.pl\n");

    ImportPreview preview = core.imports.preview("party", new ByteArrayInputStream(csv));

    assertEquals(Map.of("name", "name"), preview.mapping());
  }

  @Test
  void mappings_that_do_not_fit_are_refused() {
    byte[] csv = bytes("a,b\n1,2\n");

    assertEquals(List.of("notMapped"), refusal(csv, null));
    assertEquals(List.of("notMapped"), refusal(csv, Map.of("a", "city")));
    assertEquals(List.of("unknownField"), refusal(csv, Map.of("a", "colour")));
    assertEquals(List.of("unknownColumn"), refusal(csv, Map.of("z", "name")));
    assertEquals(List.of("mappedTwice"), refusal(csv, Map.of("a", "name", "b", "name")));
  }

  @Test
  void what_is_no_table_is_refused() {
    assertEquals(List.of("emptyFile"), refusal(new byte[0], null));
    assertEquals(List.of("noRows"), refusal(bytes("name,city\n"), null));
    assertEquals(List.of("noTable"), refusal(new byte[] {1, 0, 2, 0, 3}, null));
    assertThrows(
        InvalidInput.class,
        () -> core.imports.preview("nothing", new ByteArrayInputStream(bytes("a\n1\n"))));
  }

  @Test
  void persons_find_their_party() {
    run(
        "party",
        bytes("number,name,NIP\nPF-1,Person Firm,5260250274\nPF-2,Twins,\nPF-3,Twins,\n"),
        null,
        false);
    String csv =
        """
        company,first name,last name,email,phone,title,gender
        PF-1,Anna,Nowak,anna@example.pl,600 123 456,Boss,female
        526-025-02-74,Jan,Kowalski,,,,m
        person firm,Ewa,Zielona,,,,
        PF-1,Anna,Nowak,anna@example.pl,,,
        Twins,Who,Ever,,,,
        Nobody knows,Who,Ever,,,,
        PF-1,,,,,,
        """;

    ImportView done = run("person", bytes(csv), null, false);

    List<ImportRowView> rows = core.imports.rows(done.id(), null, PageRequest.first()).items();
    assertEquals(
        List.of("CREATED", "CREATED", "CREATED", "SKIPPED", "REFUSED", "REFUSED", "REFUSED"),
        rows.stream().map(row -> row.outcome().name()).toList());
    assertEquals(List.of("party:severalParties"), codes(rows.get(4)));
    assertEquals(List.of("party:unknownParty"), codes(rows.get(5)));
    assertEquals(List.of("lastName:required"), codes(rows.get(6)));
    PersonView anna =
        core.persons.page(new PersonQuery("anna nowak", null), PageRequest.first()).items().get(0);
    assertEquals("Person Firm", anna.partyName());
    assertEquals("F", anna.sex());
    assertEquals("+48600123456", anna.phones().get(0).value());
  }

  @Test
  void persons_of_many_parties_are_imported_once() {
    StringBuilder firms = new StringBuilder("number,name\n");
    StringBuilder people = new StringBuilder("company,first name,last name,email\n");
    for (int i = 0; i < 450; i++) {
      firms.append("MP-").append(i).append(",Many people ").append(i).append('\n');
      people.append(i % 2 == 0 ? "mp-" + i : "many PEOPLE " + i);
      people.append(",Jan,Many").append(i).append(",jan").append(i).append("@example.pl\n");
    }
    people.append("MP-7,JAN,many7,Jan7@example.pl\n");
    run("party", bytes(firms.toString()), null, false);
    run("party", bytes("first name,last name\nOnly,One-Person\n"), null, false);

    ImportView first = run("person", bytes(people.toString()), null, false);
    ImportView second = run("person", bytes(people.toString()), null, false);
    ImportView natural =
        run("person", bytes("company,last name\nOnly One-Person,Another\n"), null, false);

    assertEquals(List.of(451L, 450L, 1L, 0L), counts(first));
    assertEquals(List.of(451L, 0L, 451L, 0L), counts(second));
    assertEquals(
        List.of("party:naturalPersonFull"),
        codes(core.imports.rows(natural.id(), null, PageRequest.first()).items().get(0)));
  }

  @Test
  void a_batch_that_fails_is_tried_row_by_row() {
    List<String> written = new ArrayList<>();
    core.imports.bindImporter(
        importer(
            "fragile",
            rows -> {
              if (rows.stream().anyMatch(row -> row.get("x").equals("7"))) {
                throw new IllegalStateException("seven");
              }
              rows.forEach(row -> written.add(row.get("x")));
              return rows.stream()
                  .map(row -> RowOutcome.created(new RecordRef("x", row.get("x"), row.get("x"))))
                  .toList();
            }));
    StringBuilder csv = new StringBuilder("x\n");
    for (int i = 1; i <= 10; i++) {
      csv.append(i).append('\n');
    }

    ImportView done = run("fragile", bytes(csv.toString()), null, false);

    assertEquals(List.of(10L, 9L, 0L, 1L), counts(done));
    assertEquals(9, written.size());
    ImportRowView refused =
        core.imports.rows(done.id(), RowOutcome.Kind.REFUSED, PageRequest.first()).items().get(0);
    assertEquals(7, refused.row());
    assertEquals(List.of(":unexpected"), codes(refused));
  }

  @Test
  void a_cancelled_import_keeps_what_was_written() {
    CompletableFuture<ImportView> running = new CompletableFuture<>();
    core.imports.bindImporter(
        importer(
            "endless",
            rows -> {
              ImportView present = running.orTimeout(60, TimeUnit.SECONDS).join();
              core.unitOfWork.callSeparately(
                  () -> {
                    core.imports.cancel(present.id());
                    return null;
                  });
              return rows.stream()
                  .map(row -> RowOutcome.created(new RecordRef("x", row.get("x"), "x")))
                  .toList();
            }));
    StringBuilder csv = new StringBuilder("x\n");
    for (int i = 1; i <= 1000; i++) {
      csv.append(i).append('\n');
    }
    ImportView started =
        core.imports.start(
            "endless", "x.csv", new ByteArrayInputStream(bytes(csv.toString())), null, false);
    running.complete(started);

    ImportView done = ended(started);

    assertEquals(ImportView.State.CANCELLED, done.state());
    assertEquals(500, done.done());
    assertEquals(1000, done.rows());
    assertNotNull(done.endedAt());
    assertThrows(Refused.class, () -> core.imports.cancel(done.id()));
  }

  @Test
  void an_import_that_was_running_when_the_server_went_down_says_so() {
    ImportView done = run("party", bytes("name\nSurvivor\n"), null, false);
    core.postgres.execute(
        "update core.import set state = 'RUNNING', ended_at = null where id = "
            + done.id().value());

    ImportView after = core.imports().find(done.id());

    assertEquals(ImportView.State.FAILED, after.state());
    assertEquals("import.problem.interrupted", after.problem());
    assertEquals(1, core.imports.rows(done.id(), null, PageRequest.first()).items().size());
  }

  @Test
  void importing_needs_a_right() {
    core.user.nowMay("core.party.read");
    try {
      assertEquals(List.of(), core.imports.importers());
      assertThrows(Forbidden.class, () -> core.imports.page(PageRequest.first()));
      assertThrows(
          Forbidden.class,
          () -> core.imports.preview("party", new ByteArrayInputStream(bytes("name\nA\n"))));
    } finally {
      core.user.nowMay("*");
    }
  }

  @Test
  void imports_are_listed_the_latest_first() {
    ImportView one = run("party", bytes("name\nListed 1\n"), null, false);
    ImportView two = run("party", bytes("name\nListed 2\n"), null, true);

    var page = core.imports.page(PageRequest.first(1));

    assertEquals(two.id(), page.items().get(0).id());
    assertEquals(
        one.id(), core.imports.page(new PageRequest(1, page.next(), null)).items().get(0).id());
  }

  @Test
  void a_messy_list_of_sites_just_works() {
    byte[] csv = TestData.bytes("persons/csv_example_messy_input.csv.gz");

    ImportView done = run("party", csv, null, false);

    assertEquals(List.of(3337L, 3337L, 0L, 0L), counts(done));
    assertEquals(
        Map.of(
            "Site name",
            "name",
            "Address",
            "street",
            "Zip",
            "postalCode",
            "Phone",
            "phone",
            "Fax",
            "fax"),
        done.mapping());
  }

  @Test
  void no_bad_file_does_harm() throws IOException {
    for (Path file : TestData.files("csv")) {
      byte[] content = Files.readAllBytes(file);
      try {
        ImportPreview preview = core.imports.preview("party", new ByteArrayInputStream(content));
        ImportView done = run("party", content, Map.of(preview.columns().get(0), "name"), false);
        assertEquals(ImportView.State.DONE, done.state(), file.toString());
        assertEquals(done.rows(), done.done(), file.toString());
        assertTrue(
            core
                .imports
                .rows(done.id(), RowOutcome.Kind.REFUSED, PageRequest.first(500))
                .items()
                .stream()
                .flatMap(row -> row.errors().stream())
                .noneMatch(error -> error.code().equals("unexpected")),
            file.toString());
      } catch (InvalidInput clear) {
        assertFalse(clear.errors().isEmpty());
      }
    }
  }

  private static byte[] firms() {
    return TestData.bytes("companies/sp500-constituents.csv");
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static ImportView run(
      String type, byte[] csv, Map<String, String> mapping, boolean dryRun) {
    return ended(
        core.imports.start(type, "test.csv", new ByteArrayInputStream(csv), mapping, dryRun));
  }

  /** Imports run one after another: the next work of their thread comes when this one is over. */
  private static ImportView ended(ImportView started) {
    try {
      core.background.submit(() -> {}).get(60, TimeUnit.SECONDS);
    } catch (InterruptedException | ExecutionException | TimeoutException e) {
      throw new AssertionError("the import does not end", e);
    }
    return core.imports.find(started.id());
  }

  private static PartyView party(ImportRowView row) {
    return core.parties.get(new PartyId(Long.parseLong(row.recordId())));
  }

  private static List<Long> counts(ImportView view) {
    assertEquals(view.rows(), view.done(), view.toString());
    return List.of(view.done(), view.created(), view.skipped(), view.refused());
  }

  private static List<String> codes(ImportRowView row) {
    return row.errors().stream().map(error -> error.field() + ":" + error.code()).sorted().toList();
  }

  private static List<String> refusal(byte[] csv, Map<String, String> mapping) {
    InvalidInput refused =
        assertThrows(
            InvalidInput.class,
            () ->
                core.imports.start(
                    "party", "bad.csv", new ByteArrayInputStream(csv), mapping, false));
    return refused.errors().stream().map(error -> error.code()).toList();
  }

  private interface Rows {
    List<RowOutcome> take(List<Map<String, String>> rows);
  }

  private static RecordImporter importer(String type, Rows rows) {
    return new RecordImporter() {
      @Override
      public String type() {
        return type;
      }

      @Override
      public String permission() {
        return "core.import";
      }

      @Override
      public List<ImportField> fields() {
        return List.of(new ImportField("x", true, List.of()));
      }

      @Override
      public List<RowOutcome> importRows(List<Map<String, String>> batch) {
        return rows.take(batch);
      }
    };
  }
}
