package org.kartoteka.core.internal.merge;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.kartoteka.core.api.merge.MergeCard;
import org.kartoteka.core.api.party.PartyId;
import org.kartoteka.core.api.party.PartyStatus;
import org.kartoteka.core.internal.party.PartyRecords.Card;
import org.kartoteka.platform.api.problem.FieldError;
import org.kartoteka.platform.api.problem.InvalidInput;
import org.kartoteka.platform.api.problem.Refused;
import org.kartoteka.platform.api.record.Id;

/** The cards of a merge, the survivor's first, and their fields side by side. */
final class MergeCards {

  static final String STATUS = "status";
  private static final int MOST = 4;

  private final List<Card> cards;

  MergeCards(List<Card> cards) {
    this.cards = cards;
    for (Card card : cards) {
      if (card.party().kind() != survivor().party().kind()) {
        throw new Refused("problem.merge.kinds", survivor().party().name(), card.party().name());
      }
    }
  }

  /** Checks which cards are to become one; the survivor first. */
  static <I extends Id> List<I> check(I survivor, List<I> merged) {
    if (survivor == null) {
      throw new InvalidInput(FieldError.of("survivor", "required"));
    }
    if (merged.isEmpty()) {
      throw new InvalidInput(FieldError.of("merged", "required"));
    }
    if (merged.size() > MOST) {
      throw new InvalidInput(FieldError.of("merged", "tooMany", MOST));
    }
    if (merged.contains(survivor) || merged.stream().distinct().count() < merged.size()) {
      throw new InvalidInput(
          new FieldError("merged", "twice", "problem.field.mergedTwice", List.of()));
    }
    List<I> all = new ArrayList<>(List.of(survivor));
    all.addAll(merged);
    return all;
  }

  /** The choices by the places of the cards. */
  static <I extends Id> Map<String, Integer> places(List<I> cards, Map<String, I> choices) {
    Map<String, Integer> places = new TreeMap<>();
    choices.forEach(
        (field, card) -> {
          int place = cards.indexOf(card);
          if (place < 0) {
            throw new InvalidInput(FieldError.of("choices." + field, "invalid"));
          }
          places.put(field, place);
        });
    return places;
  }

  /** A card as a merge shows it. */
  static MergeCard shown(Card card) {
    return new MergeCard(card.reference(), card.party().revision(), card.party().number());
  }

  List<PartyId> ids() {
    return cards.stream().map(card -> card.party().id()).toList();
  }

  Card survivor() {
    return cards.get(0);
  }

  List<Card> others() {
    return cards.subList(1, cards.size());
  }

  List<Card> all() {
    return cards;
  }

  /**
   * The fields people choose between. The survivor keeps its number: it is what it is known by. A
   * natural person's name follows from its person.
   */
  List<FieldTree> fields() {
    return cards.stream().map(MergeCards::of).toList();
  }

  /** The fields of a card that a merge may change. */
  static FieldTree of(Card card) {
    FieldTree fields = FieldTree.of(card.view().data());
    fields.map().keySet().removeAll(List.of("kind", "number"));
    if (card.person() != null) {
      fields.map().remove("name");
    }
    return fields;
  }

  /** The status the survivor gets. */
  PartyStatus status(Map<String, Integer> places) {
    return cards.get(places.getOrDefault(STATUS, 0)).party().status();
  }
}
