package org.kartoteka.core.api.merge;

import java.time.Instant;
import java.util.List;
import org.kartoteka.platform.api.record.RecordRef;

/**
 * A merge that was made.
 *
 * @param survivor the card that stayed, with what it is called now
 * @param merged the cards that became part of it, with what they were called
 * @param moved the records that moved to the survivor
 * @param undoneAt when it was undone; null when it stands
 * @param undoneBy who undid it; null when it stands
 * @param remarks what was changed since the merge and was therefore kept when it was undone
 */
public record MergeView(
    MergeId id,
    RecordRef survivor,
    List<RecordRef> merged,
    List<MovedRecords> moved,
    Instant mergedAt,
    String mergedBy,
    Instant undoneAt,
    String undoneBy,
    List<MergeRemark> remarks) {

  public MergeView {
    merged = List.copyOf(merged);
    moved = List.copyOf(moved);
    remarks = List.copyOf(remarks);
  }
}
