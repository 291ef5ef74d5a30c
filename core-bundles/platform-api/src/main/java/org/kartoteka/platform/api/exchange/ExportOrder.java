package org.kartoteka.platform.api.exchange;

import java.util.List;

/**
 * What is to be exported.
 *
 * @param type the type of records
 * @param fields which fields in which order; all when empty; a vCard always has all
 * @param query which records; all when null
 */
public record ExportOrder(String type, FileFormat format, List<String> fields, ExportQuery query) {

  public ExportOrder {
    format = format == null ? FileFormat.CSV : format;
    fields = fields == null ? List.of() : List.copyOf(fields);
    query = query == null ? new ExportQuery(null, null, null) : query;
  }
}
