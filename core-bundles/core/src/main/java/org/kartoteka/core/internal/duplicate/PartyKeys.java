package org.kartoteka.core.internal.duplicate;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.kartoteka.platform.api.data.Sql;
import org.kartoteka.platform.api.data.UnitOfWork;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Which parties share keys. */
@Component(service = PartyKeys.class)
public class PartyKeys {

  /**
   * So many parties of a key are compared, the latest first. What many more share, such as a
   * placeholder for a missing number, tells nothing.
   */
  private static final int MOST_OF_A_KEY = 50;

  private static final int MOST_OF_A_COMMON_KEY = 10;

  private final UnitOfWork unitOfWork;

  @Activate
  public PartyKeys(@Reference UnitOfWork unitOfWork) {
    this.unitOfWork = unitOfWork;
  }

  /** The parties that have one of the keys. */
  Set<Long> sharing(Collection<Long> keys) {
    Set<Long> parties = new HashSet<>();
    if (!keys.isEmpty()) {
      Sql.of(
              unitOfWork,
              """
              select c.party_id
                from unnest(?::bigint[]) as wanted (key)
               cross join lateral (select party_id from core.party_key k
                                    where k.key = wanted.key order by party_id desc limit ?) c
              """,
              keys,
              MOST_OF_A_KEY)
          .list(row -> parties.add(row.getLong(1)));
    }
    return parties;
  }

  /** Two parties that share a key. */
  record Pair(long first, long second) {

    static Pair of(long one, long other) {
      return new Pair(Math.min(one, other), Math.max(one, other));
    }
  }

  /** The pairs of these parties with any others that share a key with them. */
  Set<Pair> pairs(Collection<Long> parties) {
    Set<Pair> pairs = new HashSet<>();
    pairs(parties, 0, MOST_OF_A_KEY, pairs);
    pairs(parties, MatchKeys.COMMON, MOST_OF_A_COMMON_KEY, pairs);
    return pairs;
  }

  private void pairs(Collection<Long> parties, long common, int most, Set<Pair> pairs) {
    Sql.of(
            unitOfWork,
            """
            select mine.party_id, c.party_id
              from core.party_key mine
             cross join lateral (select party_id from core.party_key k
                                  where k.key = mine.key order by party_id desc limit ?) c
             where mine.party_id = any(?::bigint[]) and mine.key & ? = ?
               and c.party_id <> mine.party_id
            """,
            most,
            parties,
            MatchKeys.COMMON,
            common)
        .list(row -> pairs.add(Pair.of(row.getLong(1), row.getLong(2))));
  }

  /** Forgets the keys of these parties. */
  void forget(Collection<Long> parties) {
    Sql.of(unitOfWork, "delete from core.party_key where party_id = any(?::bigint[])", parties)
        .update();
  }

  /** Keeps the keys of parties that have none. */
  void keep(Map<Long, Profile> profiles) {
    List<Long> keys = new ArrayList<>();
    List<Long> parties = new ArrayList<>();
    profiles.forEach(
        (party, profile) ->
            MatchKeys.of(profile)
                .forEach(
                    key -> {
                      keys.add(key);
                      parties.add(party);
                    }));
    if (!keys.isEmpty()) {
      Sql.of(
              unitOfWork,
              "insert into core.party_key (key, party_id)"
                  + " select * from unnest(?::bigint[], ?::bigint[])",
              keys,
              parties)
          .update();
    }
  }
}
