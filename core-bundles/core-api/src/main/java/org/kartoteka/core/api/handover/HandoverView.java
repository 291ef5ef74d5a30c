package org.kartoteka.core.api.handover;

import java.time.Instant;
import java.util.List;
import org.kartoteka.core.api.bulk.OwnerShare;
import org.kartoteka.platform.api.security.UserId;

/**
 * A hand-over with its progress.
 *
 * @param undoneBy null while it stands
 */
public record HandoverView(
    HandoverId id,
    UserId fromId,
    List<OwnerShare> shares,
    String startedBy,
    Instant startedAt,
    String undoneBy,
    Instant undoneAt,
    List<Part> parts) {

  public HandoverView {
    shares = List.copyOf(shares);
    parts = List.copyOf(parts);
  }

  /** How the records of a kind stand. */
  public enum State {
    /** Their feature is stopped; they follow when it starts. */
    WAITING,
    RUNNING,
    DONE,
    /** It ended in the middle; what is done can be undone. */
    FAILED
  }

  /**
   * The records of a kind.
   *
   * @param given how many were handed over
   * @param back how many the undo gave back
   * @param kept how many the undo left, for somebody had given them to yet another since
   */
  public record Part(String kind, State state, long given, long back, long kept) {}
}
