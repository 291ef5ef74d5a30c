package org.kartoteka.core.internal.merge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.kartoteka.core.api.merge.MergeParties;
import org.kartoteka.core.api.merge.MergePersons;
import org.kartoteka.core.api.merge.MergeQuery;
import org.kartoteka.core.api.merge.MergeView;
import org.kartoteka.core.api.note.NoteData;
import org.kartoteka.core.api.note.NoteId;
import org.kartoteka.core.api.note.NoteView;
import org.kartoteka.core.api.party.Email;
import org.kartoteka.core.api.party.PartyData;
import org.kartoteka.core.api.party.PartyId;
import org.kartoteka.core.api.person.PersonData;
import org.kartoteka.core.api.person.PersonId;
import org.kartoteka.core.api.person.PersonView;
import org.kartoteka.core.internal.CoreFixture;
import org.kartoteka.platform.api.data.ExpectedRevision;
import org.kartoteka.platform.api.data.PageRequest;
import org.kartoteka.platform.api.problem.Problem;

/**
 * Persons become one and part again at random, while their parties do the same: in the end
 * everything is as it was; and what two people wrote meanwhile is there.
 */
class PersonMergesTogetherTest {

  private static final int PARTIES = 3;
  private static final int PERSONS = 5;
  private static final int MERGES = 30;

  /** Seeds; the seed of a failure is in the name of the test. */
  static Stream<Long> seeds() {
    long more = Integer.getInteger("kartoteka.seeds", 0);
    return Stream.concat(
        Stream.of(1L, 20261122L, System.nanoTime()),
        Stream.iterate(100L, seed -> seed + 1).limit(more));
  }

  private final AtomicInteger numbers = new AtomicInteger();
  private final AtomicBoolean done = new AtomicBoolean();
  private final List<PartyId> parties = new ArrayList<>();
  private final List<PersonId> persons = new ArrayList<>();
  private final Map<PersonId, String> names = new ConcurrentHashMap<>();
  private final Map<NoteId, String> notes = new ConcurrentHashMap<>();

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void everything_is_as_it_was(long seed) {
    try (CoreFixture core = new CoreFixture()) {
      Random random = new Random(seed);
      fill(core, random);
      Map<String, String> before = state(core);

      merge(core, random);
      undoAll(core);

      assertEquals(before, state(core));
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void nothing_is_lost(long seed) throws Exception {
    try (CoreFixture core = new CoreFixture()) {
      fill(core, new Random(seed));
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
    }
  }

  private void fill(CoreFixture core, Random random) {
    for (int i = 0; i < PARTIES; i++) {
      PartyId party = core.parties.register(PartyData.organisation("Firma " + i)).id();
      parties.add(party);
      List<PersonId> own = new ArrayList<>();
      for (int j = 0; j < PERSONS; j++) {
        PersonId superior =
            own.isEmpty() || random.nextInt(4) == 0 ? null : own.get(random.nextInt(own.size()));
        PersonId person =
            core.persons.add(party, data("P" + i + j, random.nextBoolean(), superior)).id();
        own.add(person);
        names.put(person, "P" + i + j);
        note(core, person);
      }
      persons.addAll(own);
    }
  }

  private static PersonData data(String name, boolean addressed, PersonId superior) {
    return PersonData.named(name, "X").toBuilder()
        .position(addressed ? "position " + name : null)
        .superiorId(superior)
        .emails(addressed ? List.of(new Email("WORK", name.toLowerCase() + "@example.com")) : null)
        .build();
  }

  private void merge(CoreFixture core, Random random) {
    for (int i = 0; i < MERGES; i++) {
      List<MergeView> standing =
          core.merges.page(MergeQuery.ofStanding(), PageRequest.first()).items();
      int what = random.nextInt(10);
      if (!standing.isEmpty() && what < 3) {
        attempt(() -> core.merges.undo(standing.get(random.nextInt(standing.size())).id()));
      } else if (what < 5) {
        attempt(
            () ->
                core.merges.merge(MergeParties.usual(any(parties, random), any(parties, random))));
      } else {
        attempt(() -> core.merges.merge(persons(core, random)));
      }
    }
  }

  private MergePersons persons(CoreFixture core, Random random) {
    PersonView survivor = core.persons.get(any(persons, random));
    List<PersonId> others =
        persons.stream()
            .filter(person -> !person.equals(survivor.id()))
            .filter(
                person ->
                    core.persons
                        .find(person)
                        .filter(one -> one.partyId().equals(survivor.partyId()))
                        .isPresent())
            .toList();
    PersonId other = any(others, random);
    Map<String, PersonId> choices =
        random.nextBoolean() ? Map.of() : Map.of("firstName", other, "superiorId", other);
    return new MergePersons(survivor.id(), List.of(other), choices, null);
  }

  private static void undoAll(CoreFixture core) {
    List<MergeView> standing =
        core.merges.page(MergeQuery.ofStanding(), PageRequest.first()).items();
    while (!standing.isEmpty()) {
      core.merges.undo(standing.get(0).id());
      standing = core.merges.page(MergeQuery.ofStanding(), PageRequest.first()).items();
    }
  }

  private Map<String, String> state(CoreFixture core) {
    Map<String, String> state = new TreeMap<>();
    for (PersonId id : persons) {
      PersonView person = core.persons.get(id);
      state.put("person " + id.value(), person.partyId() + " " + person.data());
    }
    for (NoteId id : notes.keySet()) {
      NoteView note = core.notes.get(id);
      state.put("note " + id.value(), note.partyId() + " " + note.personId() + " " + note.text());
    }
    return state;
  }

  private int work(CoreFixture core, Random random) {
    int accepted = 0;
    while (!done.get()) {
      boolean went =
          switch (random.nextInt(3)) {
            case 0 -> attempt(() -> note(core, any(persons, random)));
            case 1 -> attempt(() -> rename(core, any(persons, random)));
            default -> attempt(() -> under(core, any(persons, random), any(persons, random)));
          };
      accepted += went ? 1 : 0;
    }
    return accepted;
  }

  private static boolean attempt(Callable<?> act) {
    try {
      act.call();
      return true;
    } catch (Problem | IllegalArgumentException expected) {
      return false;
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private NoteView note(CoreFixture core, PersonId person) {
    String text = "about " + person.value() + " " + numbers.incrementAndGet();
    NoteView note = core.notes.write(null, person, NoteData.text(text));
    notes.put(note.id(), text);
    return note;
  }

  /** The position is what two people edit: a name is what merges choose between. */
  private PersonView rename(CoreFixture core, PersonId id) {
    PersonView now = core.persons.get(id);
    PersonData data = now.data();
    return core.persons.change(
        id,
        ExpectedRevision.of(now.revision()),
        data.toBuilder().remarks("remark " + numbers.incrementAndGet()).build());
  }

  private PersonView under(CoreFixture core, PersonId id, PersonId superior) {
    PersonView now = core.persons.get(id);
    return core.persons.change(
        id,
        ExpectedRevision.of(now.revision()),
        now.data().toBuilder().superiorId(superior).build());
  }

  private void check(CoreFixture core) {
    for (PersonId id : persons) {
      PersonView person = core.persons.get(id);
      assertEquals(names.get(id), person.firstName());
      Set<PersonId> seen = new HashSet<>();
      PersonView above = person;
      while (above != null) {
        assertTrue(seen.add(above.id()), () -> "a ring at " + person);
        assertEquals(person.partyId(), above.partyId());
        above = above.superiorId() == null ? null : core.persons.get(above.superiorId());
      }
    }
    notes.forEach((id, text) -> assertEquals(text, core.notes.get(id).text()));
    for (NoteId id : notes.keySet()) {
      NoteView note = core.notes.get(id);
      assertEquals(core.persons.get(note.personId()).partyId(), note.partyId());
    }
  }

  private static <T> T any(List<T> all, Random random) {
    if (all.isEmpty()) {
      throw new IllegalArgumentException("nobody");
    }
    return all.get(random.nextInt(all.size()));
  }
}
