package org.kartoteka.platform.api.audit;

import java.time.Instant;
import java.util.List;
import org.kartoteka.platform.api.history.FieldChange;
import org.kartoteka.platform.api.record.RecordRef;

/**
 * One act.
 *
 * @param record what it was done to: a party, a user, an export, a feature
 * @param correlation the id that ties it to the log file; may be null
 * @param details the changed fields, or what else is to be known, such as the address of a sign-in;
 *     without those that the reader has no right to
 * @param erased whether values were erased from it since
 */
public record AuditEntry(
    long id,
    AuditAct act,
    RecordRef record,
    String actor,
    Instant at,
    String correlation,
    List<FieldChange> details,
    boolean erased) {

  public AuditEntry {
    details = List.copyOf(details);
  }
}
