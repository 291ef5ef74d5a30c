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

/** Which cards share keys. */
@Component(service = CardKeys.class)
public class CardKeys {

  /**
   * So many cards of a key are compared, the latest first. What many more share, such as a
   * placeholder for a missing number, tells nothing.
   */
  private static final int MOST_OF_A_KEY = 50;

  private static final int MOST_OF_A_COMMON_KEY = 10;

  private final UnitOfWork unitOfWork;

  @Activate
  public CardKeys(@Reference UnitOfWork unitOfWork) {
    this.unitOfWork = unitOfWork;
  }

  /** The cards that have one of the keys. */
  Set<Long> sharing(Compared what, Collection<Long> keys) {
    Set<Long> cards = new HashSet<>();
    if (!keys.isEmpty()) {
      Sql.of(
              unitOfWork,
              String.format(
                  """
                  select c.%1$s
                    from unnest(?::bigint[]) as wanted (key)
                   cross join lateral (select %1$s from %2$s k
                                        where k.key = wanted.key order by %1$s desc limit ?) c
                  """,
                  what.column(), what.keys()),
              keys,
              MOST_OF_A_KEY)
          .list(row -> cards.add(row.getLong(1)));
    }
    return cards;
  }

  /** Two cards that share a key. */
  record Pair(long first, long second) {

    static Pair of(long one, long other) {
      return new Pair(Math.min(one, other), Math.max(one, other));
    }
  }

  /** The pairs of these cards with any others that share a key with them. */
  Set<Pair> pairs(Compared what, Collection<Long> cards) {
    Set<Pair> pairs = new HashSet<>();
    pairs(what, cards, 0, MOST_OF_A_KEY, pairs);
    pairs(what, cards, MatchKeys.COMMON, MOST_OF_A_COMMON_KEY, pairs);
    return pairs;
  }

  private void pairs(
      Compared what, Collection<Long> cards, long common, int most, Set<Pair> pairs) {
    Sql.of(
            unitOfWork,
            String.format(
                """
                select mine.%1$s, c.%1$s
                  from %2$s mine
                 cross join lateral (select %1$s from %2$s k
                                      where k.key = mine.key order by %1$s desc limit ?) c
                 where mine.%1$s = any(?::bigint[]) and mine.key & ? = ? and c.%1$s <> mine.%1$s
                """,
                what.column(), what.keys()),
            most,
            cards,
            MatchKeys.COMMON,
            common)
        .list(row -> pairs.add(Pair.of(row.getLong(1), row.getLong(2))));
  }

  /** Forgets the keys of these cards. */
  void forget(Compared what, Collection<Long> cards) {
    Sql.of(
            unitOfWork,
            "delete from " + what.keys() + " where " + what.column() + " = any(?::bigint[])",
            cards)
        .update();
  }

  /** Keeps the keys of cards that have none. */
  void keep(Compared what, Map<Long, Profile> profiles) {
    List<Long> keys = new ArrayList<>();
    List<Long> cards = new ArrayList<>();
    profiles.forEach(
        (card, profile) ->
            what.keys(profile)
                .forEach(
                    key -> {
                      keys.add(key);
                      cards.add(card);
                    }));
    if (!keys.isEmpty()) {
      Sql.of(
              unitOfWork,
              "insert into "
                  + what.keys()
                  + " (key, "
                  + what.column()
                  + ") select * from unnest(?::bigint[], ?::bigint[])",
              keys,
              cards)
          .update();
    }
  }
}
