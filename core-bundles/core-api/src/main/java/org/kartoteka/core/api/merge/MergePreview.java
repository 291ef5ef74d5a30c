package org.kartoteka.core.api.merge;

import java.util.List;

/**
 * What a merge would do.
 *
 * @param cards the survivor first, then those that become part of it
 * @param fields the fields side by side
 * @param moved the records that would move to the survivor
 * @param absent the features that are stopped and whose records will follow when they start
 */
public record MergePreview(
    List<MergeCard> cards, List<MergeField> fields, List<MovedRecords> moved, List<String> absent) {

  public MergePreview {
    cards = List.copyOf(cards);
    fields = List.copyOf(fields);
    moved = List.copyOf(moved);
    absent = List.copyOf(absent);
  }
}
