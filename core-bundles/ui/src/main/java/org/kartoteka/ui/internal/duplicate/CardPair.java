package org.kartoteka.ui.internal.duplicate;

import java.util.List;
import org.kartoteka.core.api.duplicate.DuplicatePair;
import org.kartoteka.core.api.duplicate.DuplicatePersons;
import org.kartoteka.core.api.duplicate.Resemblance;

/** Two cards that are probably the same. */
record CardPair(CardLine first, CardLine second, int score, List<Resemblance> resemblances) {

  static CardPair of(DuplicatePair pair) {
    return new CardPair(
        CardLine.of(pair.first()), CardLine.of(pair.second()), pair.score(), pair.resemblances());
  }

  static CardPair of(DuplicatePersons pair) {
    return new CardPair(
        CardLine.of(pair.first()), CardLine.of(pair.second()), pair.score(), pair.resemblances());
  }

  String id() {
    return first.id() + "-" + second.id();
  }

  /** Whether they are persons of two parties, who cannot be merged as they are. */
  boolean isApart() {
    return first.what() == Mergeable.PERSON && !first.party().equals(second.party());
  }

  /** Where they are merged; those apart, where their parties are. */
  String address() {
    return isApart()
        ? MergePage.address(Mergeable.PARTY, List.of(first.party().value(), second.party().value()))
        : MergePage.address(first.what(), List.of(first.id(), second.id()));
  }
}
