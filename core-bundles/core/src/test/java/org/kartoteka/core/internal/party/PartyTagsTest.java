package org.kartoteka.core.internal.party;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.kartoteka.core.api.party.PartyData;
import org.kartoteka.core.api.party.PartyId;
import org.kartoteka.core.api.party.PartyRegister.TagView;
import org.kartoteka.core.internal.CoreFixture;
import org.kartoteka.platform.api.data.ExpectedRevision;
import org.kartoteka.platform.api.data.Sql;
import org.kartoteka.platform.api.problem.InvalidInput;

class PartyTagsTest {

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
  void registering_changing_and_removing_count() {
    PartyId one = core.parties.register(tagged("vip", "north")).id();
    PartyId two = core.parties.register(tagged("vip")).id();
    assertEquals(List.of(new TagView("vip", 2), new TagView("north", 1)), tags("vip", "north"));

    core.parties.change(one, ExpectedRevision.any(), tagged("north", "south"));
    assertEquals(
        List.of(new TagView("north", 1), new TagView("south", 1), new TagView("vip", 1)),
        tags("vip", "north", "south"));

    core.parties.remove(two, ExpectedRevision.any());
    sumUp();
    assertEquals(
        List.of(new TagView("north", 1), new TagView("south", 1)), tags("vip", "north", "south"));
    assertEquals(counted(), kept());
  }

  @Test
  void what_is_rolled_back_does_not_count() {
    try {
      core.unitOfWork.run(
          () -> {
            core.parties.register(tagged("never"));
            core.parties.register(PartyData.organisation(""));
          });
    } catch (InvalidInput expected) {
      assertEquals("name", expected.errors().get(0).field());
    }

    assertEquals(List.of(), tags("never"));
  }

  @Test
  void many_at_once_count_right_while_they_are_summed_up() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(8);
    List<Callable<Void>> works = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      boolean back = i % 2 == 0;
      works.add(
          () -> {
            for (int n = 0; n < 25; n++) {
              PartyId id =
                  core.parties.register(back ? tagged("a", "b", "c") : tagged("c", "b")).id();
              core.parties.change(id, ExpectedRevision.any(), tagged("b", "d" + n % 3));
              if (n % 4 == 0) {
                core.parties.remove(id, ExpectedRevision.any());
              }
              if (n % 5 == 0) {
                sumUp();
              }
            }
            return null;
          });
    }
    try {
      for (Future<Void> work : threads.invokeAll(works)) {
        work.get();
      }
    } finally {
      threads.shutdownNow();
    }

    assertEquals(counted(), kept());
    sumUp();
    assertEquals(counted(), kept());
    assertEquals(
        counted().size(),
        core.unitOfWork.call(
            () -> Sql.of(core.unitOfWork, "select count(*) from core.tag_use").number()));
  }

  private static void sumUp() {
    core.unitOfWork.callSeparately(
        () -> {
          core.partyTags.sumUp();
          return null;
        });
  }

  private static List<TagView> tags(String... names) {
    return core.parties.tags().stream().filter(tag -> List.of(names).contains(tag.name())).toList();
  }

  private static Map<String, Long> kept() {
    Map<String, Long> kept = new TreeMap<>();
    core.parties.tags().forEach(tag -> kept.put(tag.name(), tag.parties()));
    return kept;
  }

  /** The truth, counted on the parties themselves. */
  private static Map<String, Long> counted() {
    Map<String, Long> counted = new TreeMap<>();
    core.unitOfWork.run(
        () ->
            Sql.of(
                    core.unitOfWork,
                    "select tag, count(*) from core.party, unnest(tags) as tag group by tag")
                .list(row -> counted.put(row.getString(1), row.getLong(2))));
    return counted;
  }

  private static PartyData tagged(String... tags) {
    return PartyData.organisation("Tagged").toBuilder().tags(List.of(tags)).build();
  }
}
