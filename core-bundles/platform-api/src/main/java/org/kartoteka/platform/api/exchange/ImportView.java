package org.kartoteka.platform.api.exchange;

import java.time.Instant;
import java.util.Map;

/**
 * An import as people see it.
 *
 * @param rows how many data rows the file has; null while that is not known
 * @param problem why it failed as a whole: the key of a text; null otherwise
 */
public record ImportView(
    ImportId id,
    String type,
    String fileName,
    boolean dryRun,
    State state,
    Map<String, String> mapping,
    Long rows,
    long done,
    long created,
    long updated,
    long skipped,
    long refused,
    String startedBy,
    Instant startedAt,
    Instant endedAt,
    String problem) {

  /** Where the import stands. */
  public enum State {
    RUNNING,
    DONE,
    CANCELLED,
    FAILED
  }
}
