package org.kartoteka.core.internal.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.kartoteka.core.internal.exchange.Desk.counts;
import static org.kartoteka.core.internal.exchange.Desk.options;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.kartoteka.core.api.party.PartyQuery;
import org.kartoteka.core.api.party.PartyView;
import org.kartoteka.core.api.person.PersonQuery;
import org.kartoteka.core.api.person.PersonView;
import org.kartoteka.core.internal.CoreFixture;
import org.kartoteka.platform.api.data.PageRequest;
import org.kartoteka.platform.api.exchange.ImportOptions;
import org.kartoteka.platform.api.exchange.ImportOptions.Mode;
import org.kartoteka.platform.api.exchange.ImportPreview;
import org.kartoteka.platform.api.exchange.ImportRowView;
import org.kartoteka.platform.api.exchange.ImportTemplate;
import org.kartoteka.platform.api.exchange.ImportView;
import org.kartoteka.platform.api.history.FieldChange;
import org.kartoteka.platform.api.problem.InvalidInput;

class UpdatingImportsTest {

  private static CoreFixture core;
  private static Desk desk;

  @BeforeAll
  static void start() {
    core = new CoreFixture();
    desk = new Desk(core);
  }

  @AfterAll
  static void stop() {
    core.close();
  }

  @Test
  void only_the_mapped_fields_change_and_blank_cells_leave_the_value() {
    desk.run(
        "number,name,city,phone,mobile,rating\nU-1,First,Kraków,12 345 67 89,600123456,3\n", null);

    ImportView done = desk.run("number,city,rating\nu-1,Łódź,\n", options(Mode.UPDATE, "number"));

    ImportRowView row = desk.rows(done).get(0);
    PartyView party = desk.party(row);
    assertEquals(List.of(0L, 1L, 0L, 0L), counts(done));
    assertEquals(
        List.of(new FieldChange("city", "Kraków", "Łódź")),
        row.changes().stream().filter(one -> !one.field().equals("number")).toList());
    assertEquals("Łódź", party.addresses().get(0).city());
    assertEquals(3, party.rating());
    assertEquals(2, party.phones().size());
  }

  @Test
  void blank_cells_clear_when_that_is_wanted() {
    desk.run("number,name,city,rating\nC-1,Clear,Kraków,3\n", null);

    desk.run(
        "number,city,rating\nC-1,,\n",
        new ImportOptions(Mode.UPDATE, false, List.of("number"), true, null));

    PartyView party =
        core.parties.get(
            core.parties.page(PartyQuery.text("C-1"), PageRequest.first()).items().get(0).id());
    assertEquals(null, party.rating());
    assertEquals(List.of(), party.addresses());
  }

  @Test
  void rows_are_created_updated_skipped_and_refused_as_the_mode_says() {
    desk.run("number,name\nM-1,Mode\n", null);
    String csv = "number,name\nM-1,Mode changed\nM-2,Mode two\nM-2,Mode two again\n";

    ImportView create =
        desk.run(csv, new ImportOptions(Mode.CREATE, true, List.of("number"), false, null));
    ImportView update = desk.run(csv + "M-3,Mode three\n", options(Mode.UPDATE, "number"));
    ImportView both = desk.run(csv + "M-3,Mode three\n", options(Mode.CREATE_AND_UPDATE, "number"));
    ImportView again =
        desk.run("number,name\nM-3,Mode three\n", options(Mode.CREATE_AND_UPDATE, "number"));

    assertEquals(List.of(1L, 0L, 0L, 2L), counts(create));
    assertEquals(List.of(0L, 2L, 1L, 1L), counts(update));
    assertEquals("noMatch", desk.rows(update).get(3).errors().get(0).code());
    assertEquals(List.of(1L, 2L, 1L, 0L), counts(both));
    assertEquals(List.of(0L, 0L, 1L, 0L), counts(again));
  }

  @Test
  void a_row_finds_its_party_by_any_of_the_rules() {
    desk.run(
        "number,name,NIP,email,phone,city\n"
            + "R-1,Rule one,5260250274,one@rule.pl,600100200,Gdynia\n"
            + "R-2,Rule two,,two@rule.pl,,Sopot\nR-3,Rule two,,,,Sopot\n",
        null);

    ImportView byNip =
        desk.run("NIP,rating\n526-025-02-74,1\n", options(Mode.UPDATE, "identifiers"));
    ImportView byMail = desk.run("email,rating\nONE@rule.pl,2\n", options(Mode.UPDATE, "email"));
    ImportView byPhone =
        desk.run("phone,rating\n+48 600 100 200,3\n", options(Mode.UPDATE, "phone"));
    ImportView byPlace =
        desk.run("name,city,rating\nrule ONE,gdynia,4\n", options(Mode.UPDATE, "nameCity"));
    ImportView several =
        desk.run("name,city,rating\nRule two,Sopot,4\n", options(Mode.UPDATE, "nameCity"));

    for (ImportView view : List.of(byNip, byMail, byPhone, byPlace)) {
      assertEquals(1, view.updated(), view.toString());
      assertEquals("R-1", desk.party(desk.rows(view).get(0)).number());
    }
    assertEquals("severalMatches", desk.rows(several).get(0).errors().get(0).code());
  }

  @Test
  void persons_are_updated_too() {
    desk.run("number,name\nPU-1,Persons\n", null);
    byte[] first =
        "company,first name,last name,email\nPU-1,Anna,Nowak,a@pu.pl\n"
            .getBytes(StandardCharsets.UTF_8);
    byte[] second =
        "company,first name,last name,title,birthday\nPU-1,anna,nowak,Boss,31.05.1980\n"
            .getBytes(StandardCharsets.UTF_8);
    desk.run("person", first, null, options(Mode.CREATE));

    ImportView done = desk.run("person", second, null, options(Mode.UPDATE, "names"));
    PersonView changed =
        core.persons.page(new PersonQuery("a@pu.pl", null), PageRequest.first()).items().get(0);
    ImportView undone = desk.undo(done);
    PersonView back = core.persons.get(changed.id());

    assertEquals(List.of(0L, 1L, 0L, 0L), counts(done));
    assertEquals("Boss", changed.position());
    assertEquals("1980-05-31", changed.personalData().birthday().toString());
    assertEquals(1, undone.undo().restored());
    assertEquals(null, back.position());
    assertEquals(null, back.personalData().birthday());
  }

  @Test
  void a_template_is_used_again_when_the_headings_fit() {
    byte[] csv = "Kod X,Nazwa X\nT-1,Template\n".getBytes(StandardCharsets.UTF_8);
    core.imports.save(
        new ImportTemplate(
            "Supplier X",
            "party",
            Map.of("Kod X", "number", "Nazwa X", "name"),
            options(Mode.CREATE_AND_UPDATE, "number")));

    ImportPreview preview = core.imports.preview("party", new ByteArrayInputStream(csv));
    core.imports.save(new ImportTemplate("supplier x", "party", Map.of("Kod X", "number"), null));

    assertEquals(Map.of("Kod X", "number", "Nazwa X", "name"), preview.mapping());
    assertEquals(Mode.CREATE_AND_UPDATE, preview.options().mode());
    assertEquals(1, core.imports.templates("party").size());
    assertThrows(
        InvalidInput.class,
        () -> core.imports.save(new ImportTemplate("z", "party", Map.of("a", "colour"), null)));
    core.imports.remove(preview.template());
    assertTrue(core.imports.templates("party").isEmpty());
  }
}
