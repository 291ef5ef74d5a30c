package org.kartoteka.platform.api.exchange;

import java.io.InputStream;
import java.util.List;
import java.util.Map;
import org.kartoteka.platform.api.data.Page;
import org.kartoteka.platform.api.data.PageRequest;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Brings tables into the system. An import runs in the background, in batches of one transaction
 * each; it can be watched and cancelled. What was written before a cancel stays and is listed.
 */
@ProviderType
public interface Imports {

  /** The types that can be imported now by the current user. */
  List<RecordImporter> importers();

  /**
   * Looks at a file without importing it.
   *
   * @throws org.kartoteka.platform.api.problem.InvalidInput when it is no table
   */
  ImportPreview preview(String type, InputStream csv);

  /**
   * Starts an import.
   *
   * @param mapping heading to field name; null to take the guess
   * @param dryRun whether to tell only what would come of each row
   * @throws org.kartoteka.platform.api.problem.InvalidInput when the type is unknown, the file is
   *     no table, or the mapping leaves a required field empty
   */
  ImportView start(
      String type, String fileName, InputStream csv, Map<String, String> mapping, boolean dryRun);

  /** An import with its progress. */
  ImportView find(ImportId id);

  /** The imports of this installation, the latest first. */
  Page<ImportView> page(PageRequest request);

  /** The rows of an import in the file's order; with outcome given, only those. */
  Page<ImportRowView> rows(ImportId id, RowOutcome.Kind outcome, PageRequest request);

  /** Asks a running import to end after the present batch. */
  void cancel(ImportId id);

  /** The refused rows as CSV, in UTF-8 with the reasons in a last column. */
  byte[] refusedRows(ImportId id);
}
