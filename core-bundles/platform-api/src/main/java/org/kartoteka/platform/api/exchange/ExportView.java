package org.kartoteka.platform.api.exchange;

import java.time.Instant;
import java.util.List;

/**
 * An export as people see it: an order whose file is written while it is fetched.
 *
 * @param rows how many records the last fetched file has; null when it was not fetched to its end
 * @param fetchedAt when it was last fetched to its end; null when it never was
 */
public record ExportView(
    ExportId id,
    String type,
    FileFormat format,
    String fileName,
    List<String> fields,
    ExportQuery query,
    Long rows,
    String orderedBy,
    Instant orderedAt,
    Instant fetchedAt) {}
