package org.kartoteka.platform.api.exchange;

import java.util.List;
import java.util.Set;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Hands out records of one type. Called by the export on the thread of whoever fetches the file, as
 * that user, outside of a transaction: it reads page by page, each in a transaction of its own, and
 * holds one page at most. It refuses what the user may not read.
 */
@ConsumerType
public interface RecordExporter {

  /** The type of record, such as {@code party}; its title is the text {@code import.<type>}. */
  String type();

  /** The permission an export of this type needs. */
  String permission();

  /** In which formats it can be written. */
  Set<FileFormat> formats();

  /**
   * The fields that the current user may have, in their usual order; those of the importer of the
   * same type have the same names. The title of one is the text {@code import.<type>.<name>}.
   */
  List<ExportField> fields();

  /**
   * Checks a query without reading.
   *
   * @throws org.kartoteka.platform.api.problem.InvalidInput when it cannot be understood
   */
  void check(ExportQuery query);

  /**
   * Hands out all records of the query in its order.
   *
   * @param fields which fields, in this order
   */
  void rows(ExportQuery query, List<String> fields, RowSink sink);

  /** Takes one record after the other. */
  @FunctionalInterface
  interface RowSink {

    /** A record: a text for each field, null for a blank one. */
    void row(List<String> cells);
  }
}
