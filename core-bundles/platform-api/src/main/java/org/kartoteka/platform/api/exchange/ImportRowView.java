package org.kartoteka.platform.api.exchange;

import java.util.List;
import java.util.Map;

/**
 * The outcome of one row of an import.
 *
 * @param row the row's number in the file, the first data row is 1
 * @param values the row as it was read: heading to text; kept for refused rows only
 * @param errors why it was refused, in the asker's language
 */
public record ImportRowView(
    long row,
    RowOutcome.Kind outcome,
    String recordId,
    String label,
    Map<String, String> values,
    List<Error> errors) {

  /** What is wrong with a field of the row. */
  public record Error(String field, String code, String message) {}
}
