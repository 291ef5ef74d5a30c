package org.kartoteka.core.internal.merge;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Makes one card's fields of several, and takes them apart again. */
final class FieldMerge {

  private FieldMerge() {}

  /** All fields the cards have, in their order. */
  static Set<String> names(List<FieldTree> cards) {
    Set<String> names = new LinkedHashSet<>();
    cards.forEach(card -> names.addAll(card.names()));
    return names;
  }

  /** Whether the values of the field are lists. */
  static boolean isList(String name, List<FieldTree> cards) {
    return cards.stream().anyMatch(card -> card.get(name) instanceof List);
  }

  /** The place of the card whose value is taken unless one is chosen: the first that has one. */
  static int suggested(String name, List<FieldTree> cards) {
    if (isList(name, cards)) {
      return -1;
    }
    for (int i = 0; i < cards.size(); i++) {
      if (!FieldTree.isEmpty(cards.get(i).get(name))) {
        return i;
      }
    }
    return 0;
  }

  /**
   * The fields of the one card.
   *
   * @param cards the survivor's first
   * @param choices by field the place of the card whose value is taken
   */
  static FieldTree merged(List<FieldTree> cards, Map<String, Integer> choices) {
    FieldTree merged = FieldTree.kept(Map.of());
    for (String name : names(cards)) {
      Integer chosen = choices.get(name);
      int place = chosen == null ? suggested(name, cards) : chosen;
      Object value;
      if (place >= 0) {
        value = cards.get(place).get(name);
      } else {
        value = List.of();
        for (FieldTree card : cards) {
          value = FieldTree.joined(value, card.get(name));
        }
      }
      merged.put(name, value);
    }
    return merged;
  }

  /**
   * A card's fields when a merge is undone.
   *
   * @param fields the fields as they are to be now
   * @param kept the fields that were changed since and therefore stay as they are
   */
  record Parted(FieldTree fields, List<String> kept) {}

  /**
   * Takes back what a merge changed in a card, and keeps what was changed since.
   *
   * @param before before the merge
   * @param after after the merge
   * @param now at present
   */
  static Parted parted(FieldTree before, FieldTree after, FieldTree now) {
    FieldTree result = FieldTree.kept(now.map());
    List<String> kept = new ArrayList<>();
    for (String name : names(List.of(before, after, now))) {
      Object was = before.get(name);
      Object merged = after.get(name);
      Object is = now.get(name);
      boolean touched = !same(was, merged);
      if (touched && same(merged, is)) {
        result.put(name, was);
      } else if (touched && isList(name, List.of(before, after, now))) {
        List<Object> left = FieldTree.without(is, FieldTree.without(merged, was));
        result.put(name, FieldTree.joined(left, FieldTree.without(was, merged)));
      } else if (touched && !same(was, is)) {
        kept.add(name);
      }
    }
    return new Parted(result, kept);
  }

  private static boolean same(Object one, Object other) {
    return Objects.equals(one, other) || FieldTree.isEmpty(one) && FieldTree.isEmpty(other);
  }
}
