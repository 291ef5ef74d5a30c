package org.kartoteka.core.api.merge;

import java.time.Instant;
import java.util.List;
import org.kartoteka.core.api.party.PartyId;

/**
 * A merge that was made.
 *
 * @param survivorName what the survivor is called now
 * @param moved the records that moved to the survivor
 * @param undoneAt when it was undone; null when it stands
 * @param undoneBy who undid it; null when it stands
 * @param remarks what was changed since the merge and was therefore kept when it was undone
 */
public record MergeView(
    MergeId id,
    PartyId survivor,
    String survivorName,
    List<MergedParty> merged,
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
