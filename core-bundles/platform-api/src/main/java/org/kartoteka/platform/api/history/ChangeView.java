package org.kartoteka.platform.api.history;

import java.time.Instant;
import java.util.List;
import org.kartoteka.platform.api.record.RecordRef;

/**
 * One act on a record.
 *
 * @param kind what was done
 * @param correlation the id that ties it to the log; may be null
 */
public record ChangeView(
    long id,
    RecordRef record,
    Kind kind,
    String actor,
    Instant at,
    String correlation,
    List<FieldChange> changes) {

  /** What was done. */
  public enum Kind {
    CREATED,
    CHANGED,
    DELETED
  }

  public ChangeView {
    changes = List.copyOf(changes);
  }
}
