package org.kartoteka.platform.api.exchange;

import java.util.List;
import java.util.Map;

/**
 * Which records are exported.
 *
 * @param filter as the list of the records understands it: name to values; all records when empty
 * @param sort a sort of the list, descending with a minus in front; its usual one when null
 * @param ids only these records; all that the filter lets pass when empty
 */
public record ExportQuery(Map<String, List<String>> filter, String sort, List<String> ids) {

  public ExportQuery {
    filter = filter == null ? Map.of() : filter;
    ids = ids == null ? List.of() : List.copyOf(ids);
  }
}
