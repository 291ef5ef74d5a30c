package org.kartoteka.core.internal.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.kartoteka.core.internal.exchange.Desk.options;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.kartoteka.core.api.note.NoteData;
import org.kartoteka.core.api.party.PartyData;
import org.kartoteka.core.api.party.PartyId;
import org.kartoteka.core.api.party.PartyQuery;
import org.kartoteka.core.api.party.PartySummary;
import org.kartoteka.core.api.party.PartyView;
import org.kartoteka.core.internal.CoreFixture;
import org.kartoteka.platform.api.data.PageRequest;
import org.kartoteka.platform.api.exchange.ImportOptions.Mode;
import org.kartoteka.platform.api.exchange.ImportRowView;
import org.kartoteka.platform.api.exchange.ImportView;
import org.kartoteka.platform.api.exchange.UndoOutcome;
import org.kartoteka.platform.api.problem.Refused;
import org.kartoteka.platform.api.security.UserId;

class UndoneImportsTest {

  private static final List<String> NAMES =
      List.of("Alfa", "Beta", "Gama", "Delta", "Żółw", "Ёлка");
  private static final List<String> CITIES = List.of("Kraków", "Sofia", "Казань", "Łódź", "");
  private static final UserId NOBODY = null;

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
  void records_that_nobody_touched_are_gone_and_used_ones_stay() {
    ImportView done =
        desk.run(
            "number,name,contact last name\nG-1,Gone,\nG-2,Noted,\nG-3,Edited,\nG-4,Contact,Nowak\n",
            null);
    List<PartyView> parties = desk.rows(done).stream().map(desk::party).toList();
    core.notes.write(parties.get(1).id(), null, NoteData.text("somebody wrote this"));
    desk.change(parties.get(2), withCity(parties.get(2).data(), "Gdynia"));

    ImportView undone = desk.undo(done);

    List<ImportRowView> kept = core.imports.kept(done.id(), PageRequest.first()).items();
    assertEquals(2, undone.undo().removed());
    assertEquals(2, undone.undo().kept());
    assertEquals(
        List.of("undoUsed", "undoChanged"),
        kept.stream().map(row -> row.kept().get(0).code()).toList());
    assertFalse(core.parties.find(parties.get(0).id()).isPresent());
    assertFalse(core.parties.find(parties.get(3).id()).isPresent());
    assertEquals("Gdynia", core.parties.get(parties.get(2).id()).addresses().get(0).city());
    assertThrows(Refused.class, () -> core.imports.undo(done.id()));
  }

  @Test
  void fields_go_back_unless_somebody_edited_them_since() {
    desk.run("number,name,street,city,rating\nF-1,Fields,Długa 1,Kraków,2\n", null);
    ImportView done =
        desk.run(
            "number,street,city,rating\nF-1,Krótka 2,Łódź,5\n", options(Mode.UPDATE, "number"));
    PartyView changed = desk.party(desk.rows(done).get(0));
    desk.change(changed, withCity(changed.data(), "Gdańsk"));

    ImportView undone = desk.undo(done);

    PartyView back = core.parties.get(changed.id());
    ImportRowView row = core.imports.kept(done.id(), PageRequest.first()).items().get(0);
    assertEquals(1, undone.undo().kept());
    assertEquals(UndoOutcome.Kind.PARTLY, row.undo());
    assertEquals("city", row.kept().get(0).field());
    assertEquals("Długa 1", back.addresses().get(0).street());
    assertEquals("Gdańsk", back.addresses().get(0).city());
    assertEquals(2, back.rating());
  }

  @Test
  void what_ran_only_as_a_trial_or_wrote_nothing_cannot_be_undone() {
    ImportView nothing = desk.run("number,name\nN-1,\n", null);

    assertThrows(Refused.class, () -> core.imports.undo(nothing.id()));
  }

  /**
   * Somebody imports, others edit at random, the import is taken back: the register is as it was
   * but for these edits, and all of them are reported.
   */
  @RepeatedTest(6)
  void the_register_is_as_it_was_but_for_later_edits() {
    long seed = System.nanoTime();
    System.getLogger("undo").log(System.Logger.Level.INFO, "seed {0}", Long.toString(seed));
    Random random = new Random(seed);
    String series = "S" + Math.abs(seed % 100000);
    StringBuilder first = new StringBuilder("number,name,city,rating,phone,tags\n");
    for (int i = 0; i < 40; i++) {
      first.append(row(series + "-" + i, random));
    }
    desk.run(first.toString(), null);
    Map<PartyId, PartyData> before = register(series);

    StringBuilder second = new StringBuilder("number,name,city,rating,phone,tags\n");
    for (int i = 0; i < 60; i++) {
      second.append(row(series + "-" + (20 + random.nextInt(60)), random));
    }
    ImportView done = desk.run(second.toString(), options(Mode.CREATE_AND_UPDATE, "number"));
    Map<PartyId, PartyData> imported = register(series);
    Map<PartyId, PartyData> edited = edits(imported, random);

    ImportView undone = desk.undo(done);

    Map<PartyId, PartyData> after = register(series);
    Set<PartyId> reported = new HashSet<>();
    core.imports.kept(done.id(), PageRequest.first(500)).items().stream()
        .map(ImportRowView::recordId)
        .forEach(id -> reported.add(new PartyId(Long.parseLong(id))));
    assertEquals(ImportView.State.DONE, undone.undo().state(), "seed " + seed);
    for (PartyId id : imported.keySet()) {
      String which = "seed " + seed + ", party " + imported.get(id).number();
      PartyData was = before.get(id);
      PartyData edit = edited.get(id);
      if (edit == null) {
        assertEquals(was, after.get(id), which);
      } else if (was == null) {
        assertEquals(edit, after.get(id), which);
        assertTrue(reported.contains(id), which);
      } else {
        PartyData is = after.get(id);
        assertField(imported, id, edit.name(), was.name(), is.name(), PartyData::name, which);
        assertField(
            imported, id, edit.rating(), was.rating(), is.rating(), PartyData::rating, which);
        assertField(imported, id, city(edit), city(was), city(is), UndoneImportsTest::city, which);
      }
    }
  }

  /** An edited field is as it was edited, any other as it was before the import. */
  private static void assertField(
      Map<PartyId, PartyData> imported,
      PartyId id,
      Object edit,
      Object was,
      Object is,
      Function<PartyData, Object> field,
      String which) {
    boolean edited = !Objects.equals(edit, field.apply(imported.get(id)));
    assertEquals(edited ? edit : was, is, which);
  }

  private static Map<PartyId, PartyData> edits(Map<PartyId, PartyData> imported, Random random) {
    Map<PartyId, PartyData> edited = new HashMap<>();
    List<PartyId> ids = new ArrayList<>(imported.keySet());
    for (int i = 0; i < 15; i++) {
      PartyView party = core.parties.get(ids.get(random.nextInt(ids.size())));
      PartyData data = party.data();
      PartyData other =
          switch (random.nextInt(3)) {
            case 0 -> withCity(data, "Edited " + random.nextInt(100));
            case 1 -> with(data, "Edited " + random.nextInt(100), data.rating());
            default -> with(data, data.name(), 1 + random.nextInt(5));
          };
      if (!other.equals(data)) {
        edited.put(party.id(), desk.change(party, other).data());
      }
    }
    edited.values().removeIf(data -> imported.containsValue(data));
    return edited;
  }

  private static String row(String number, Random random) {
    return number
        + ","
        + pick(NAMES, random)
        + " "
        + random.nextInt(50)
        + ","
        + pick(CITIES, random)
        + ","
        + (1 + random.nextInt(5))
        + ",60012"
        + (1000 + random.nextInt(9000))
        + ","
        + pick(NAMES, random)
        + "\n";
  }

  private static String pick(List<String> words, Random random) {
    return words.get(random.nextInt(words.size()));
  }

  private static Map<PartyId, PartyData> register(String series) {
    Map<PartyId, PartyData> register = new LinkedHashMap<>();
    for (PartySummary row :
        core.parties.page(PartyQuery.text(series), PageRequest.first(500)).items()) {
      if (row.number().startsWith(series + "-")) {
        register.put(row.id(), core.parties.get(row.id()).data());
      }
    }
    return register;
  }

  private static Object city(PartyData data) {
    return data.addresses().isEmpty() ? null : data.addresses().get(0).city();
  }

  private static PartyData with(PartyData data, String name, Integer rating) {
    Map<String, String> cells = new HashMap<>();
    cells.put("name", name);
    cells.put("rating", rating == null ? "" : rating.toString());
    return new PartyRow(cells, data, any -> NOBODY).data();
  }

  private static PartyData withCity(PartyData data, String city) {
    return new PartyRow(Map.of("city", city), data, any -> NOBODY).data();
  }
}
