package org.kartoteka.platform.api.exchange;

import java.io.InputStream;
import java.util.List;
import java.util.Map;
import org.kartoteka.platform.api.data.Page;
import org.kartoteka.platform.api.data.PageRequest;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Brings tables into the system: delimited text, the sheets of XLSX workbooks, vCards. An import
 * runs in the background, in batches of one transaction each; it can be watched, cancelled and
 * taken back. What was written before a cancel stays and is listed. When the server is stopped, the
 * import goes on after the next start, at the first row that was not written.
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
  default ImportPreview preview(String type, InputStream file) {
    return preview(type, null, file, null);
  }

  /**
   * Looks at a file without importing it.
   *
   * @param fileName may be null
   * @param sheet the sheet of a workbook; the first one when null
   * @throws org.kartoteka.platform.api.problem.InvalidInput when it is no table, or malware is
   *     found in it
   * @throws org.kartoteka.platform.api.problem.Refused when a scanner cannot tell whether it is
   *     safe
   */
  ImportPreview preview(String type, String fileName, InputStream file, String sheet);

  /** Starts an import with the usual options, see {@link #start(ImportOrder, InputStream)}. */
  default ImportView start(
      String type, String fileName, InputStream file, Map<String, String> mapping, boolean dryRun) {
    return start(new ImportOrder(type, fileName, mapping, null, dryRun), file);
  }

  /**
   * Starts an import.
   *
   * @throws org.kartoteka.platform.api.problem.InvalidInput when the type is unknown, the file is
   *     no table, or the mapping leaves a required field empty
   */
  ImportView start(ImportOrder order, InputStream file);

  /** An import with its progress. */
  ImportView find(ImportId id);

  /** The imports of this installation, the latest first. */
  Page<ImportView> page(PageRequest request);

  /** The rows of an import in the file's order; with outcome given, only those. */
  Page<ImportRowView> rows(ImportId id, RowOutcome.Kind outcome, PageRequest request);

  /** The rows that could not be taken back as a whole, in the file's order. */
  Page<ImportRowView> kept(ImportId id, PageRequest request);

  /** Asks a running import to end after the present batch. */
  void cancel(ImportId id);

  /**
   * Takes an import back, in the background: records that it made are removed unless somebody
   * changed or used them since, fields that it changed become what they were unless somebody edited
   * them since. Nobody's edit is lost; what stays is listed.
   *
   * @throws org.kartoteka.platform.api.problem.Refused while it runs, when there is nothing to take
   *     back, or when it was taken back already
   */
  ImportView undo(ImportId id);

  /** The refused rows as CSV, in UTF-8 with the reasons in a last column. */
  byte[] refusedRows(ImportId id);

  /** The templates for a type, by name. */
  List<ImportTemplateView> templates(String type);

  /** Keeps a template; one of the same name and type is replaced. */
  ImportTemplateView save(ImportTemplate template);

  /** Removes a template. */
  void remove(ImportTemplateId id);
}
