package org.kartoteka.core.api.retention;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.kartoteka.core.api.party.PartyId;
import org.kartoteka.platform.api.privacy.ErasedData;

/**
 * A record that is due, or was.
 *
 * @param recordType what it is
 * @param label what it is called; null when it is gone or its feature is stopped
 * @param since from when its age is counted
 * @param dueSince when it had been kept for as long as the rule said
 * @param resting whether its feature is stopped, so that only keeping it can be decided
 * @param keptUntil the last day; null unless it is kept
 * @param reason why it was decided so; null while it is due
 * @param erased what the erasure did; empty unless it was erased
 */
public record RetentionReviewView(
    RetentionReviewId id,
    String kind,
    String recordType,
    String recordId,
    PartyId partyId,
    String label,
    Instant since,
    Instant dueSince,
    boolean resting,
    RetentionState state,
    LocalDate keptUntil,
    String reason,
    Instant decidedAt,
    String decidedBy,
    List<ErasedData> erased) {

  public RetentionReviewView {
    erased = List.copyOf(erased);
  }
}
