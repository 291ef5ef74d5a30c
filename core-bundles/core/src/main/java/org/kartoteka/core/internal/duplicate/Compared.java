package org.kartoteka.core.internal.duplicate;

import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * What is searched for duplicates. Each sort of card has keys, pairs and a queue of its own: a
 * number may be that of a party and of a person.
 */
public enum Compared {
  PARTY("party", "core.duplicate_pair", MatchKeys::of, Comparison::of),

  /** The contact persons of organisations. */
  PERSON("person", "core.duplicate_person_pair", MatchKeys::ofPerson, Comparison::ofPersons);

  private final String card;
  private final String pairs;
  private final Function<Profile, Set<Long>> keys;
  private final BiFunction<Profile, Profile, Likeness> comparison;

  Compared(
      String card,
      String pairs,
      Function<Profile, Set<Long>> keys,
      BiFunction<Profile, Profile, Likeness> comparison) {
    this.card = card;
    this.pairs = pairs;
    this.keys = keys;
    this.comparison = comparison;
  }

  /** The table of the cards. */
  String cards() {
    return "core." + card;
  }

  /** The table of the cards that wait to be compared. */
  String waiting() {
    return "core." + card + "_to_compare";
  }

  /** The table of their keys. */
  String keys() {
    return "core." + card + "_key";
  }

  /** The column with the number of the card, where it stands beside others. */
  String column() {
    return card + "_id";
  }

  /** The table of the pairs that were found. */
  String pairs() {
    return pairs;
  }

  /** The keys of a card. */
  Set<Long> keys(Profile profile) {
    return keys.apply(profile);
  }

  /** How alike two cards are. */
  Likeness compare(Profile one, Profile other) {
    return comparison.apply(one, other);
  }
}
