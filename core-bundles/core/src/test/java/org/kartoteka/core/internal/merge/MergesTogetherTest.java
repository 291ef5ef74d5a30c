package org.kartoteka.core.internal.merge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.kartoteka.core.api.merge.MergeParties;
import org.kartoteka.core.api.merge.MergeQuery;
import org.kartoteka.core.api.merge.MergeView;
import org.kartoteka.core.api.note.NoteData;
import org.kartoteka.core.api.note.NoteId;
import org.kartoteka.core.api.note.NoteView;
import org.kartoteka.core.api.party.PartyData;
import org.kartoteka.core.api.party.PartyId;
import org.kartoteka.core.api.party.PartyView;
import org.kartoteka.core.api.person.PersonData;
import org.kartoteka.core.api.person.PersonId;
import org.kartoteka.core.api.person.PersonView;
import org.kartoteka.core.internal.CoreFixture;
import org.kartoteka.platform.api.data.ExpectedRevision;
import org.kartoteka.platform.api.data.PageRequest;
import org.kartoteka.platform.api.problem.Problem;

/**
 * Two people work on cards while a third merges them and takes that back, at random: whatever was
 * accepted is there in the end, and where it was, it is again.
 */
class MergesTogetherTest {

  private static final int PARTIES = 5;
  private static final int MERGES = 25;

  /** Seeds; the seed of a failure is in the name of the test. */
  static List<Long> seeds() {
    return List.of(1L, 20261122L, System.nanoTime());
  }

  private final AtomicInteger numbers = new AtomicInteger();
  private final AtomicBoolean done = new AtomicBoolean();
  private final List<PartyId> parties = new ArrayList<>();
  private final Map<PartyId, PartyView> originals = new ConcurrentHashMap<>();
  private final Map<NoteId, String> notes = new ConcurrentHashMap<>();
  private final Map<PersonId, String> persons = new ConcurrentHashMap<>();
  private final Set<String> tags = ConcurrentHashMap.newKeySet();
  private final AtomicInteger refused = new AtomicInteger();

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void nothing_is_lost(long seed) throws Exception {
    try (CoreFixture core = new CoreFixture()) {
      for (int i = 0; i < PARTIES; i++) {
        PartyView party = core.parties.register(organisation("Firma " + i, "own" + i));
        parties.add(party.id());
        originals.put(party.id(), party);
      }
      ExecutorService people = Executors.newFixedThreadPool(2);
      List<Future<Integer>> edits = new ArrayList<>();
      for (int i = 0; i < 2; i++) {
        Random random = new Random(seed * 31 + i);
        edits.add(people.submit(() -> work(core, random)));
      }
      merge(core, new Random(seed));
      done.set(true);
      int accepted = 0;
      for (Future<Integer> edit : edits) {
        accepted += edit.get();
      }
      people.shutdown();
      undoAll(core);

      assertTrue(accepted > 0);
      check(core);
      System.getLogger(MergesTogetherTest.class.getName())
          .log(
              System.Logger.Level.INFO,
              "seed {0}: {1} edits accepted, {2} acts refused",
              Long.toString(seed),
              accepted,
              refused.get());
    }
  }

  private void merge(CoreFixture core, Random random) {
    for (int i = 0; i < MERGES; i++) {
      List<MergeView> standing =
          core.merges.page(MergeQuery.ofStanding(), PageRequest.first()).items();
      if (!standing.isEmpty() && random.nextInt(3) == 0) {
        attempt(() -> core.merges.undo(standing.get(random.nextInt(standing.size())).id()));
      } else {
        PartyId survivor = any(random);
        PartyId merged = any(random);
        Map<String, PartyId> choices =
            random.nextBoolean() ? Map.of() : Map.of("name", merged, "tags", survivor);
        attempt(
            () -> core.merges.merge(new MergeParties(survivor, List.of(merged), choices, null)));
      }
    }
  }

  private static void undoAll(CoreFixture core) {
    List<MergeView> standing =
        core.merges.page(MergeQuery.ofStanding(), PageRequest.first()).items();
    for (MergeView merge : standing) {
      core.merges.undo(merge.id());
    }
  }

  private int work(CoreFixture core, Random random) {
    int accepted = 0;
    while (!done.get()) {
      boolean went =
          switch (random.nextInt(6)) {
            case 0 -> attempt(() -> note(core, any(random)));
            case 1 -> attempt(() -> person(core, any(random)));
            case 2 -> attempt(() -> tag(core, any(random)));
            case 3 -> notes.isEmpty() || attempt(() -> rewrite(core, random));
            case 4 -> persons.isEmpty() || attempt(() -> rename(core, random));
            default -> persons.isEmpty() || attempt(() -> about(core, random));
          };
      accepted += went ? 1 : 0;
    }
    return accepted;
  }

  private boolean attempt(Callable<?> act) {
    try {
      act.call();
      return true;
    } catch (Problem expected) {
      refused.incrementAndGet();
      return false;
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private NoteView note(CoreFixture core, PartyId party) {
    String text = "note " + numbers.incrementAndGet();
    NoteView note = core.notes.write(party, null, NoteData.text(text));
    notes.put(note.id(), text);
    return note;
  }

  private NoteView about(CoreFixture core, Random random) {
    String text = "about " + numbers.incrementAndGet();
    NoteView note = core.notes.write(null, one(persons, random), NoteData.text(text));
    notes.put(note.id(), text);
    return note;
  }

  private PersonView person(CoreFixture core, PartyId party) {
    String name = "Person" + numbers.incrementAndGet();
    PersonView person = core.persons.add(party, PersonData.named(name, "X"));
    persons.put(person.id(), name);
    return person;
  }

  private PartyView tag(CoreFixture core, PartyId party) {
    PartyView now = core.parties.get(party);
    String tag = "t" + numbers.incrementAndGet();
    List<String> all = new ArrayList<>(now.tags());
    all.add(tag);
    PartyView changed =
        core.parties.change(
            party, ExpectedRevision.of(now.revision()), tagged(now, List.copyOf(all)));
    tags.add(tag);
    return changed;
  }

  private NoteView rewrite(CoreFixture core, Random random) {
    NoteId id = one(notes, random);
    NoteView now = core.notes.get(id);
    String text = now.text() + " +" + numbers.incrementAndGet();
    NoteView changed =
        core.notes.change(id, ExpectedRevision.of(now.revision()), NoteData.text(text));
    notes.merge(id, text, (one, other) -> one.length() > other.length() ? one : other);
    return changed;
  }

  private PersonView rename(CoreFixture core, Random random) {
    PersonId id = one(persons, random);
    PersonView now = core.persons.get(id);
    String name = now.firstName() + "a";
    PersonView changed =
        core.persons.change(id, ExpectedRevision.of(now.revision()), PersonData.named(name, "X"));
    persons.merge(id, name, (one, other) -> one.length() > other.length() ? one : other);
    return changed;
  }

  private void check(CoreFixture core) {
    Set<String> present =
        parties.stream()
            .map(core.parties::get)
            .flatMap(party -> party.tags().stream())
            .collect(Collectors.toSet());
    assertTrue(present.containsAll(tags), () -> tags + " in " + present);
    for (PartyId party : parties) {
      PartyView now = core.parties.get(party);
      assertEquals(originals.get(party).name(), now.name());
      assertTrue(now.tags().containsAll(originals.get(party).tags()), now.toString());
    }
    notes.forEach((id, text) -> assertEquals(text, core.notes.get(id).text()));
    notes.keySet().forEach(id -> core.parties.get(core.notes.get(id).partyId()));
    persons.forEach((id, name) -> assertEquals(name, core.persons.get(id).firstName()));
    persons.keySet().forEach(id -> core.parties.get(core.persons.get(id).partyId()));
  }

  private PartyId any(Random random) {
    return parties.get(random.nextInt(parties.size()));
  }

  private static <K> K one(Map<K, ?> map, Random random) {
    List<K> keys = List.copyOf(map.keySet());
    return keys.get(random.nextInt(keys.size()));
  }

  private static PartyData tagged(PartyView party, List<String> tags) {
    PartyData data = party.data();
    return data.toBuilder().tags(tags).build();
  }

  private static PartyData organisation(String name, String tag) {
    return PartyData.organisation(name).toBuilder().tags(List.of(tag)).build();
  }
}
