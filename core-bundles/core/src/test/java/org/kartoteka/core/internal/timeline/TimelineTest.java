package org.kartoteka.core.internal.timeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kartoteka.core.api.note.NoteData;
import org.kartoteka.core.api.party.PartyData;
import org.kartoteka.core.api.party.PartyId;
import org.kartoteka.core.api.person.PersonData;
import org.kartoteka.core.api.person.PersonView;
import org.kartoteka.core.api.timeline.TimelineEntry;
import org.kartoteka.core.api.timeline.TimelineQuery;
import org.kartoteka.core.api.timeline.TimelineSource;
import org.kartoteka.core.internal.CoreFixture;
import org.kartoteka.platform.api.data.ExpectedRevision;
import org.kartoteka.platform.api.data.Page;
import org.kartoteka.platform.api.data.PageRequest;
import org.kartoteka.platform.api.history.HistorySpan;
import org.kartoteka.platform.api.problem.Forbidden;
import org.kartoteka.platform.api.problem.InvalidInput;
import org.kartoteka.platform.api.problem.NotFound;
import org.kartoteka.platform.api.record.RecordRef;
import org.kartoteka.platform.api.security.RecordScope;
import org.kartoteka.platform.api.security.UserId;

/** Somebody who has never seen the customer reads what happened. */
class TimelineTest {

  private static CoreFixture core;
  private PartyId party;
  private PersonView person;
  private final List<TimelineSource> added = new ArrayList<>();

  @BeforeAll
  static void start() {
    core = new CoreFixture();
  }

  @AfterAll
  static void stop() {
    core.close();
  }

  @BeforeEach
  void something_happens() {
    party = core.parties.register(PartyData.organisation("Mill")).id();
    core.notes.write(party, null, NoteData.text("first words"));
    person = core.persons.add(party, PersonData.named("Ada", "Miller"));
    core.notes.write(party, person.id(), NoteData.text("words on Ada"));
    core.parties.change(party, ExpectedRevision.any(), PartyData.organisation("Mill & Sons"));
    PartyId other = core.parties.register(PartyData.organisation("Other")).id();
    core.notes.write(other, null, NoteData.text("foreign words"));
  }

  @AfterEach
  void everything_is_as_before() {
    core.user.nowMay("*");
    core.scopes.nowReach(RecordScope.ALL);
    added.forEach(core.timeline::unbindSource);
  }

  @Test
  void everything_that_happened_stands_in_one_order_and_page_after_page() {
    List<TimelineEntry> all = page(TimelineQuery.all(), 100, null).items();

    assertEquals(
        List.of(
            "note.ABOUT_PERSON",
            "note.WRITTEN",
            "person.CREATED",
            "party.CHANGED",
            "party.CREATED"),
        all.stream().map(TimelineEntry::what).toList());
    assertEquals("words on Ada", all.get(0).text());
    assertEquals("Ada Miller", all.get(0).record().label());
    assertEquals("Mill & Sons", all.get(3).changes().get(0).after());
    for (int size = 1; size <= 5; size++) {
      assertEquals(all, read(size), "pages of " + size);
    }
  }

  @Test
  void by_kind_and_by_who_did_it() {
    assertEquals(2, page(new TimelineQuery(Set.of("note"), null), 9, null).items().size());
    assertEquals(5, page(new TimelineQuery(null, "tester"), 9, null).items().size());
    assertEquals(0, page(new TimelineQuery(null, "somebody"), 9, null).items().size());
    assertEquals(List.of("note", "party", "person"), core.timeline.kinds());
  }

  @Test
  void what_happened_in_one_instant_is_neither_lost_nor_doubled_between_pages() {
    Instant at = Instant.parse("2100-01-01T00:00:00Z");
    add("apples", at, 3);
    add("pears", at, 3);

    List<TimelineEntry> all = page(TimelineQuery.all(), 100, null).items();

    assertEquals(11, all.size());
    assertEquals("pears 3", all.get(0).kind() + " " + all.get(0).id());
    for (int size = 1; size <= 7; size++) {
      assertEquals(all, read(size), "pages of " + size);
    }
  }

  @Test
  void a_source_that_fails_takes_only_its_own_away() {
    TimelineSource failing =
        new TimelineSource() {
          @Override
          public String kind() {
            return "failing";
          }

          @Override
          public List<TimelineEntry> latest(PartyId of, HistorySpan span) {
            throw new IllegalStateException("on purpose");
          }
        };
    added.add(failing);
    core.timeline.bindSource(failing);

    assertEquals(5, page(TimelineQuery.all(), 9, null).items().size());
  }

  @Test
  void rights_and_reach_hold() {
    core.user.nowMay("core.party.read");
    assertTrue(
        page(TimelineQuery.all(), 9, null).items().stream()
            .noneMatch(entry -> entry.kind().equals("note")));

    core.scopes.nowReach(RecordScope.ownedBy(Set.of(new UserId(1))));
    assertThrows(NotFound.class, () -> page(TimelineQuery.all(), 9, null));

    core.user.nowMay("core.note.read");
    assertThrows(Forbidden.class, () -> page(TimelineQuery.all(), 9, null));
  }

  @Test
  void a_foreign_cursor_is_refused() {
    assertThrows(InvalidInput.class, () -> page(TimelineQuery.all(), 9, "abc"));
  }

  private Page<TimelineEntry> page(TimelineQuery query, int limit, String after) {
    return core.timeline.of(party, query, new PageRequest(limit, after, null));
  }

  private List<TimelineEntry> read(int size) {
    List<TimelineEntry> read = new ArrayList<>();
    String next = null;
    do {
      Page<TimelineEntry> page = page(TimelineQuery.all(), size, next);
      read.addAll(page.items());
      next = page.next();
    } while (next != null);
    return read;
  }

  private void add(String kind, Instant at, int count) {
    TimelineSource source =
        new TimelineSource() {
          @Override
          public String kind() {
            return kind;
          }

          @Override
          public List<TimelineEntry> latest(PartyId of, HistorySpan span) {
            List<TimelineEntry> entries = new ArrayList<>();
            for (long id = count; id > 0 && entries.size() < span.limit(); id--) {
              if (at.isBefore(span.before()) || at.equals(span.before()) && id < span.beforeId()) {
                entries.add(
                    new TimelineEntry(
                        kind, id, at, kind, new RecordRef(kind, "1", ""), "a", null, List.of()));
              }
            }
            return entries;
          }
        };
    added.add(source);
    core.timeline.bindSource(source);
  }
}
