package org.kartoteka.platform.api.exchange;

import java.util.List;
import org.kartoteka.platform.api.problem.FieldError;
import org.kartoteka.platform.api.record.RecordRef;

/**
 * What came, or would come, of one row.
 *
 * @param record the record that was made or changed; null in a dry run or when refused
 * @param errors why it was refused; empty otherwise
 */
public record RowOutcome(Kind kind, RecordRef record, List<FieldError> errors) {

  /** What is done with a row. */
  public enum Kind {
    CREATED,
    UPDATED,
    SKIPPED,
    REFUSED
  }

  public RowOutcome {
    errors = List.copyOf(errors);
  }

  /** A record was, or would be, made. */
  public static RowOutcome created(RecordRef record) {
    return new RowOutcome(Kind.CREATED, record, List.of());
  }

  /** The row's record is there already and stays as it is. */
  public static RowOutcome skipped(RecordRef record) {
    return new RowOutcome(Kind.SKIPPED, record, List.of());
  }

  /** The row breaks rules. */
  public static RowOutcome refused(List<FieldError> errors) {
    return new RowOutcome(Kind.REFUSED, null, errors);
  }
}
