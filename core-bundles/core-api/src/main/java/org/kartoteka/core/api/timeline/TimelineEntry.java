package org.kartoteka.core.api.timeline;

import java.time.Instant;
import java.util.List;
import org.kartoteka.platform.api.history.ChangeView;
import org.kartoteka.platform.api.history.FieldChange;
import org.kartoteka.platform.api.record.RecordRef;

/**
 * Something that happened.
 *
 * @param kind the kind of its source
 * @param id unique within the kind; greater for what happened later in the same instant
 * @param what the text {@code timeline.<what>} says what was done, with the record's label as
 *     {@code {0}}
 * @param record to what it was done
 * @param actor the sign-in name of who did it
 * @param text words of somebody, such as a note's; may be null
 * @param changes the changed fields of the record, as far as the reader may see them
 */
public record TimelineEntry(
    String kind,
    long id,
    Instant at,
    String what,
    RecordRef record,
    String actor,
    String text,
    List<FieldChange> changes) {

  public TimelineEntry {
    changes = List.copyOf(changes);
  }

  /** An act of the history; what it says is {@code timeline.<type>.<act>}. */
  public static TimelineEntry of(String kind, ChangeView change) {
    return new TimelineEntry(
        kind,
        change.id(),
        change.at(),
        change.record().type() + "." + change.kind(),
        change.record(),
        change.actor(),
        null,
        change.changes());
  }
}
