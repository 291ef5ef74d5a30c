package org.kartoteka.platform.api.exchange;

import java.io.OutputStream;
import java.util.List;
import org.kartoteka.platform.api.data.Page;
import org.kartoteka.platform.api.data.PageRequest;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Hands lists out as files: CSV in UTF-8, XLSX, vCard 4.0. An export is ordered first; its file is
 * written while it is fetched, with the rights of whoever fetches it, record by record, so that it
 * may be of any size. What was exported is kept in a list, the data are not.
 */
@ProviderType
public interface Exports {

  /** The types that can be exported now by the current user. */
  List<RecordExporter> exporters();

  /**
   * Orders an export.
   *
   * @throws org.kartoteka.platform.api.problem.InvalidInput when type, format, fields or query do
   *     not fit together
   */
  ExportView order(ExportOrder order);

  /** One export. */
  ExportView find(ExportId id);

  /** The exports of this installation, the latest first. */
  Page<ExportView> page(PageRequest request);

  /** Writes the file of an export; the stream is left open. */
  void write(ExportId id, OutputStream out);
}
