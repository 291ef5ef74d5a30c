package org.kartoteka.core.internal.duplicate;

import java.time.Clock;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.kartoteka.core.internal.duplicate.CardKeys.Pair;
import org.kartoteka.platform.api.data.Sql;
import org.kartoteka.platform.api.data.UnitOfWork;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Compares new and changed cards with the register, batch by batch. */
@Component(service = DuplicateSearch.class)
public class DuplicateSearch {

  private static final int BATCH = 2000;
  private static final int KNOWN = 30_000;
  private static final int CHUNK = 20_000;

  private final UnitOfWork unitOfWork;
  private final Profiles profiles;
  private final CardKeys keys;
  private final DuplicatePairs pairs;
  private final Clock clock;

  @Activate
  public DuplicateSearch(
      @Reference UnitOfWork unitOfWork,
      @Reference Profiles profiles,
      @Reference CardKeys keys,
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
    for (Compared what : Compared.values()) {
      Map<Long, Profile> known = new Known();
      boolean more = true;
      while (more && !cancelled.getAsBoolean()) {
        more = unitOfWork.callSeparately(() -> batch(what, known));
      }
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

  /** How many cards wait to be compared. */
  long waiting(Compared what) {
    return Sql.of(unitOfWork, "select count(*) from " + what.waiting()).number();
  }

  private boolean batch(Compared what, Map<Long, Profile> known) {
    List<Long> taken =
        Sql.of(
                unitOfWork,
                String.format(
                    """
                    delete from %1$s
                     where ctid = any(array(select ctid from %1$s limit ? for update skip locked))
                    returning %2$s
                    """,
                    what.waiting(), what.column()),
                BATCH)
            .list(row -> row.getLong(1));
    if (!taken.isEmpty()) {
      compare(what, new HashSet<>(taken), known);
    }
    return taken.size() == BATCH;
  }

  private void compare(Compared what, Set<Long> cards, Map<Long, Profile> known) {
    known.keySet().removeAll(cards);
    Map<Long, Profile> fresh = profiles.of(what, cards);
    keys.forget(what, cards);
    keys.keep(what, fresh);
    pairs.forget(what, cards);
    Map<Pair, Likeness> found = new HashMap<>();
    List<Pair> likely = List.copyOf(keys.pairs(what, fresh.keySet()));
    for (int from = 0; from < likely.size(); from += CHUNK) {
      List<Pair> chunk = likely.subList(from, Math.min(from + CHUNK, likely.size()));
      Map<Long, Profile> all = new HashMap<>(fresh);
      all.putAll(others(what, chunk, fresh, known));
      chunk.forEach(pair -> compare(what, pair, all, found));
    }
    known.putAll(fresh);
    pairs.keep(what, found, clock.instant());
  }

  private static void compare(
      Compared what, Pair pair, Map<Long, Profile> profiles, Map<Pair, Likeness> found) {
    Profile one = profiles.get(pair.first());
    Profile other = profiles.get(pair.second());
    if (one != null && other != null && one.kind() == other.kind()) {
      Likeness likeness = what.compare(one, other);
      if (likeness.isProbable()) {
        found.put(pair, likeness);
      }
    }
  }

  /** The profiles of those in the pairs that are not in the batch. */
  private Map<Long, Profile> others(
      Compared what, List<Pair> pairs, Map<Long, Profile> fresh, Map<Long, Profile> known) {
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
    Map<Long, Profile> read = profiles.of(what, missing);
    known.putAll(read);
    others.putAll(read);
    return others;
  }
}
