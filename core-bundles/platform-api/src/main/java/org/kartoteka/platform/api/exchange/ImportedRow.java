package org.kartoteka.platform.api.exchange;

import java.util.Set;

/**
 * A row that an import wrote and that is to be taken back.
 *
 * @param outcome created or updated
 * @param recordId the record it made or changed
 * @param trace what the importer said of it, see {@link RowOutcome}
 * @param edited fields of the record that were kept when rows further down were taken back, because
 *     somebody edited them; they stay, and so does the record
 */
public record ImportedRow(
    RowOutcome.Kind outcome, String recordId, String trace, Set<String> edited) {

  public ImportedRow {
    edited = Set.copyOf(edited);
  }

  /** The same with fields that were kept already. */
  public ImportedRow keeping(Set<String> fields) {
    return new ImportedRow(outcome, recordId, trace, fields);
  }
}
