package org.kartoteka.core.internal.duplicate;

import java.time.Clock;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.kartoteka.core.internal.duplicate.PartyKeys.Pair;
import org.kartoteka.platform.api.data.Sql;
import org.kartoteka.platform.api.data.UnitOfWork;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Compares new and changed parties with the register, batch by batch. */
@Component(service = DuplicateSearch.class)
public class DuplicateSearch {

  private static final int BATCH = 2000;
  private static final int KNOWN = 30_000;
  private static final int CHUNK = 20_000;

  private final UnitOfWork unitOfWork;
  private final Profiles profiles;
  private final PartyKeys keys;
  private final DuplicatePairs pairs;
  private final Clock clock;

  @Activate
  public DuplicateSearch(
      @Reference UnitOfWork unitOfWork,
      @Reference Profiles profiles,
      @Reference PartyKeys keys,
      @Reference DuplicatePairs pairs,
      @Reference Clock clock) {
    this.unitOfWork = unitOfWork;
    this.profiles = profiles;
    this.keys = keys;
    this.pairs = pairs;
    this.clock = clock;
  }

  /**
   * Compares what waits, batch by batch, each in a transaction of its own.
   *
   * @param cancelled whether to stop before the next batch
   */
  public void run(BooleanSupplier cancelled) {
    Map<Long, Profile> known = new Known();
    boolean more = true;
    while (more && !cancelled.getAsBoolean()) {
      more = unitOfWork.callSeparately(() -> batch(known));
    }
  }

  /**
   * Cards that were read a moment ago. One that changes meanwhile waits to be compared itself, so
   * that nothing is missed.
   */
  private static final class Known extends LinkedHashMap<Long, Profile> {

    private static final long serialVersionUID = 1L;

    @Override
    protected boolean removeEldestEntry(Map.Entry<Long, Profile> eldest) {
      return size() > KNOWN;
    }
  }

  /** How many parties wait to be compared. */
  long waiting() {
    return Sql.of(unitOfWork, "select count(*) from core.party_to_compare").number();
  }

  private boolean batch(Map<Long, Profile> known) {
    List<Long> taken =
        Sql.of(
                unitOfWork,
                """
                delete from core.party_to_compare
                 where ctid = any(array(select ctid from core.party_to_compare limit ?
                                           for update skip locked))
                returning party_id
                """,
                BATCH)
            .list(row -> row.getLong(1));
    if (!taken.isEmpty()) {
      compare(new HashSet<>(taken), known);
    }
    return taken.size() == BATCH;
  }

  private void compare(Set<Long> parties, Map<Long, Profile> known) {
    known.keySet().removeAll(parties);
    Map<Long, Profile> fresh = profiles.of(parties);
    keys.forget(parties);
    keys.keep(fresh);
    pairs.forget(parties);
    Map<Pair, Likeness> found = new HashMap<>();
    List<Pair> likely = List.copyOf(keys.pairs(fresh.keySet()));
    for (int from = 0; from < likely.size(); from += CHUNK) {
      List<Pair> chunk = likely.subList(from, Math.min(from + CHUNK, likely.size()));
      Map<Long, Profile> all = new HashMap<>(fresh);
      all.putAll(others(chunk, fresh, known));
      chunk.forEach(pair -> compare(pair, all, found));
    }
    known.putAll(fresh);
    pairs.keep(found, clock.instant());
  }

  private static void compare(Pair pair, Map<Long, Profile> profiles, Map<Pair, Likeness> found) {
    Profile one = profiles.get(pair.first());
    Profile other = profiles.get(pair.second());
    if (one != null && other != null && one.kind() == other.kind()) {
      Likeness likeness = Comparison.of(one, other);
      if (likeness.score() >= Likeness.PROBABLE) {
        found.put(pair, likeness);
      }
    }
  }

  /** The profiles of those in the pairs that are not in the batch. */
  private Map<Long, Profile> others(
      List<Pair> pairs, Map<Long, Profile> fresh, Map<Long, Profile> known) {
    Map<Long, Profile> others = new HashMap<>();
    Set<Long> missing = new HashSet<>();
    for (Pair pair : pairs) {
      for (long id : new long[] {pair.first(), pair.second()}) {
        Profile profile = fresh.containsKey(id) ? null : known.get(id);
        if (profile != null) {
          others.put(id, profile);
        } else if (!fresh.containsKey(id)) {
          missing.add(id);
        }
      }
    }
    Map<Long, Profile> read = profiles.of(missing);
    known.putAll(read);
    others.putAll(read);
    return others;
  }
}
