package org.kartoteka.platform.api.exchange;

import java.util.List;
import org.kartoteka.platform.api.history.FieldChange;
import org.kartoteka.platform.api.problem.FieldError;
import org.kartoteka.platform.api.record.RecordRef;

/**
 * What came, or would come, of one row.
 *
 * @param record the record that was made or changed; null in a dry run or when refused
 * @param errors why it was refused; empty otherwise
 * @param changes what an update changed, by the import's fields; empty otherwise
 * @param trace what the importer wants to know to take the row back, in words of its own; null when
 *     there is nothing
 */
public record RowOutcome(
    Kind kind, RecordRef record, List<FieldError> errors, List<FieldChange> changes, String trace) {

  /** What is done with a row. */
  public enum Kind {
    CREATED,
    UPDATED,
    SKIPPED,
    REFUSED
  }

  public RowOutcome {
    errors = List.copyOf(errors);
    changes = List.copyOf(changes);
  }

  /** A record was, or would be, made. */
  public static RowOutcome created(RecordRef record) {
    return created(record, null);
  }

  /** A record was, or would be, made. */
  public static RowOutcome created(RecordRef record, String trace) {
    return new RowOutcome(Kind.CREATED, record, List.of(), List.of(), trace);
  }

  /** The row's record was there already and was, or would be, changed. */
  public static RowOutcome updated(RecordRef record, List<FieldChange> changes, String trace) {
    return new RowOutcome(Kind.UPDATED, record, List.of(), changes, trace);
  }

  /** The row's record is there already and stays as it is. */
  public static RowOutcome skipped(RecordRef record) {
    return new RowOutcome(Kind.SKIPPED, record, List.of(), List.of(), null);
  }

  /** The row breaks rules. */
  public static RowOutcome refused(List<FieldError> errors) {
    return new RowOutcome(Kind.REFUSED, null, errors, List.of(), null);
  }
}
