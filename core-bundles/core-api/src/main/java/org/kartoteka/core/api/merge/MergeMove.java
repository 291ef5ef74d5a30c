package org.kartoteka.core.api.merge;

import java.util.List;

/**
 * What a feature moved in a merge.
 *
 * @param moved what it moved, for people
 * @param memo whatever it needs to put everything back, in its own words; kept by the core and
 *     given back on undo; may be empty
 */
public record MergeMove(List<MovedRecords> moved, String memo) {

  public MergeMove {
    moved = List.copyOf(moved);
    memo = memo == null ? "" : memo;
  }

  /** Nothing was there to be moved. */
  public static MergeMove nothing() {
    return new MergeMove(List.of(), "");
  }

  /** Whether nothing was there to be moved. */
  public boolean isNothing() {
    return moved.isEmpty() && memo.isEmpty();
  }
}
