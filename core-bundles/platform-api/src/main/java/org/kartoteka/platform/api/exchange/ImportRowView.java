package org.kartoteka.platform.api.exchange;

import java.util.List;
import java.util.Map;
import org.kartoteka.platform.api.history.FieldChange;

/**
 * The outcome of one row of an import.
 *
 * @param row the row's number in the file, the first data row is 1
 * @param values the row as it was read: heading to text; kept for refused rows only
 * @param errors why it was refused, in the asker's language
 * @param changes what it changed, or in a dry run would change
 * @param undo what came of taking it back; null when that was not tried
 * @param kept why it, or some of its fields, was not taken back, in the asker's language
 */
public record ImportRowView(
    long row,
    RowOutcome.Kind outcome,
    String recordId,
    String label,
    Map<String, String> values,
    List<Error> errors,
    List<FieldChange> changes,
    UndoOutcome.Kind undo,
    List<Error> kept) {

  /** What is wrong with a field of the row, or why it was kept. */
  public record Error(String field, String code, String message) {}
}
