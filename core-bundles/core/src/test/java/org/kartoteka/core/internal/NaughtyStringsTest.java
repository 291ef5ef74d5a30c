package org.kartoteka.core.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.kartoteka.core.api.note.NoteData;
import org.kartoteka.core.api.note.NoteQuery;
import org.kartoteka.core.api.party.PartyData;
import org.kartoteka.core.api.party.PartyId;
import org.kartoteka.core.api.party.PartyQuery;
import org.kartoteka.core.api.person.PersonData;
import org.kartoteka.core.api.person.PersonQuery;
import org.kartoteka.platform.api.data.PageRequest;
import org.kartoteka.platform.api.exchange.ImportRowView;
import org.kartoteka.platform.api.exchange.ImportView;
import org.kartoteka.platform.api.exchange.RowOutcome;
import org.kartoteka.platform.api.problem.InvalidInput;
import org.kartoteka.platform.api.record.CleanText;
import org.kartoteka.testing.TestData;

/** Texts that have broken other programs: kept as they are, or refused with a reason. */
class NaughtyStringsTest {

  private static final String LONE = "\ud83d";
  private static final List<String> STRINGS = strings();

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
  void each_is_a_party_name_or_refused_with_a_reason() {
    each(
        text -> {
          PartyId id = core.parties.register(PartyData.organisation(text)).id();

          assertEquals(CleanText.line(text), core.parties.get(id).name());
        });
  }

  @Test
  void each_is_a_person_name_or_refused_with_a_reason() {
    PartyId party = core.parties.register(PartyData.organisation("Of naughty persons")).id();

    each(
        text -> {
          var person = core.persons.add(party, PersonData.named(text, "Nowak"));

          assertEquals(CleanText.line(text), core.persons.get(person.id()).firstName());
        });
  }

  @Test
  void each_is_a_note_or_refused_with_a_reason() {
    PartyId party = core.parties.register(PartyData.organisation("Of naughty notes")).id();

    each(
        text -> {
          var note = core.notes.write(party, null, NoteData.text(text));

          assertEquals(CleanText.lines(text), core.notes.get(note.id()).text());
        });
  }

  @Test
  void each_can_be_searched_for() {
    each(
        text -> {
          core.search.find(text, 10);
          core.parties.page(PartyQuery.text(text), PageRequest.first());
          core.persons.page(new PersonQuery(text, null), PageRequest.first());
          core.notes.page(new NoteQuery(text, null, null), PageRequest.first());
        });
  }

  @Test
  void each_is_imported_whole_or_refused_with_a_reason() {
    List<String> strings =
        STRINGS.stream().filter(text -> text.indexOf(0) < 0 && !text.contains(LONE)).toList();
    StringWriter csv = new StringWriter();
    try (CsvWriter writer = CsvWriter.builder().build(csv)) {
      writer.writeRecord("name", "number", "email", "phone", "web", "NIP", "tags");
      for (int i = 0; i < strings.size(); i++) {
        String text = strings.get(i);
        writer.writeRecord(text, "NAME-" + i, "", "", "", "", "");
        writer.writeRecord("Firm " + i, "ALL-" + i, text, text, text, text, text);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }

    ImportView done = imported(csv.toString().getBytes(StandardCharsets.UTF_8));

    assertEquals(ImportView.State.DONE, done.state());
    assertEquals(2L * strings.size(), done.done());
    assertEquals(done.done(), done.created() + done.refused());
    List<ImportRowView> rows = rows(done);
    for (int i = 0; i < rows.size(); i++) {
      ImportRowView row = rows.get(i);
      String text = strings.get(i / 2);
      if (row.outcome() == RowOutcome.Kind.REFUSED) {
        assertTrue(row.errors().size() > 0, text);
        assertTrue(row.errors().stream().noneMatch(e -> e.code().equals("unexpected")), text);
        String number = (i % 2 == 0 ? "NAME-" : "ALL-") + i / 2;
        assertNull(core.unitOfWork.call(() -> core.numbers.holder(number)), text);
      } else if (i % 2 == 0) {
        String name = core.parties.get(new PartyId(Long.parseLong(row.recordId()))).name();
        assertEquals(asInACell(text), name);
      }
    }
  }

  @Test
  void a_file_with_nul_characters_is_refused_as_a_whole() {
    byte[] csv = "name\nnul \u0000 inside\n".getBytes(StandardCharsets.UTF_8);

    InvalidInput refused = assertThrows(InvalidInput.class, () -> imported(csv));

    assertEquals("noTable", refused.errors().get(0).code());
  }

  /** A cell that looks like a formula made harmless is taken for what it was before. */
  private static String asInACell(String text) {
    String cell = CleanText.lines(text);
    return CleanText.line(cell.matches("(?s)'[=+\\-@].*") ? cell.substring(1) : cell);
  }

  private static ImportView imported(byte[] csv) {
    ImportView started =
        core.imports.start(
            "party",
            "naughty.csv",
            new ByteArrayInputStream(csv),
            Map.of(
                "name", "name", "number", "number", "email", "email", "phone", "phone", "web",
                "web", "NIP", "PL_NIP", "tags", "tags"),
            false);
    try {
      core.background.submit(() -> {}).get(60, TimeUnit.SECONDS);
    } catch (Exception e) {
      throw new AssertionError("the import does not end", e);
    }
    return core.imports.find(started.id());
  }

  private static List<ImportRowView> rows(ImportView done) {
    List<ImportRowView> rows = new ArrayList<>();
    for (PageRequest request = PageRequest.first(500); request != null; ) {
      var page = core.imports.rows(done.id(), null, request);
      rows.addAll(page.items());
      request = page.next() == null ? null : new PageRequest(500, page.next(), null);
    }
    return rows;
  }

  private static void each(Consumer<String> use) {
    List<String> found = new ArrayList<>();
    for (String text : STRINGS) {
      try {
        use.accept(text);
      } catch (InvalidInput refused) {
        if (refused.errors().isEmpty()) {
          found.add(text + " is refused without a reason");
        }
      } catch (RuntimeException | AssertionError failure) {
        found.add(text + " -> " + failure);
      }
    }
    assertEquals("", String.join("\n", found));
  }

  private static List<String> strings() {
    List<String> strings = new ArrayList<>();
    try {
      new ObjectMapper()
          .readTree(TestData.bytes("naughty/blns.json"))
          .forEach(one -> strings.add(one.asText()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    strings.add("nul \u0000 inside");
    strings.add("lone surrogate " + LONE + " inside");
    strings.add("line\u2028separator");
    strings.add("x".repeat(200_000));
    return strings;
  }
}
