package org.kartoteka.core.api.bulk;

import java.time.Instant;

/**
 * A bulk act with its progress.
 *
 * @param undoes the act that this one undoes; null when it undoes none
 * @param undoneBy the act that undid or undoes this one; null when none does
 * @param total how many parties were meant when it began
 * @param done how many are dealt with
 * @param changed how many were changed
 * @param unchanged how many were so already
 * @param refused how many could not be changed; of an undo: how many were edited since and kept
 * @param problem the key of the text that says why it failed; null otherwise
 */
public record BulkActView(
    BulkActId id,
    BulkOrder order,
    State state,
    BulkActId undoes,
    BulkActId undoneBy,
    long total,
    long done,
    long changed,
    long unchanged,
    long refused,
    String startedBy,
    Instant startedAt,
    Instant endedAt,
    String problem) {

  /** How it stands. */
  public enum State {
    RUNNING,
    DONE,
    CANCELLED,
    FAILED
  }
}
