package org.kartoteka.platform.api.exchange;

import java.time.Instant;
import java.util.Map;

/**
 * An import as people see it.
 *
 * @param rows how many data rows the file has; null while that is not known
 * @param resumedAt when it went on after the server had been stopped; null when it never was
 * @param problem why it failed as a whole: the key of a text; null otherwise
 * @param undo how far it is taken back; null when nobody has asked for that
 */
public record ImportView(
    ImportId id,
    String type,
    String fileName,
    boolean dryRun,
    State state,
    Map<String, String> mapping,
    ImportOptions options,
    Long rows,
    long done,
    long created,
    long updated,
    long skipped,
    long refused,
    String startedBy,
    Instant startedAt,
    Instant resumedAt,
    Instant endedAt,
    String problem,
    Undo undo) {

  /** Where the import stands. */
  public enum State {
    RUNNING,
    DONE,
    CANCELLED,
    FAILED
  }

  /**
   * The taking back of an import.
   *
   * @param state running, done or failed
   * @param rows how many rows are to be taken back
   * @param removed records that are gone again
   * @param restored records whose changed fields are what they were
   * @param kept records that stay, or of which fields stay, because of what was done since
   */
  public record Undo(
      State state,
      long rows,
      long done,
      long removed,
      long restored,
      long kept,
      String startedBy,
      Instant startedAt,
      Instant endedAt) {}

  /** Whether something is written in the background now. */
  public boolean busy() {
    return state == State.RUNNING || (undo != null && undo.state() == State.RUNNING);
  }

  /** Whether there is something to be taken back. */
  public boolean canBeUndone() {
    return !dryRun && state != State.RUNNING && created + updated > 0 && undo == null;
  }

  /** The same with the problem in these words. */
  public ImportView withProblem(String text) {
    return new ImportView(
        id, type, fileName, dryRun, state, mapping, options, rows, done, created, updated, skipped,
        refused, startedBy, startedAt, resumedAt, endedAt, text, undo);
  }
}
