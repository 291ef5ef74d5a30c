package org.kartoteka.platform.api.exchange;

/**
 * A row that an import wrote and that is to be taken back.
 *
 * @param outcome created or updated
 * @param recordId the record it made or changed
 * @param trace what the importer said of it, see {@link RowOutcome}
 */
public record ImportedRow(RowOutcome.Kind outcome, String recordId, String trace) {}
