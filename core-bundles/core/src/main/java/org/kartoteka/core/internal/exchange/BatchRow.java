package org.kartoteka.core.internal.exchange;

import java.util.Map;
import org.kartoteka.platform.api.exchange.RowOutcome;

/**
 * A row that waits for its batch.
 *
 * @param cells heading to text
 * @param fields what the mapping makes of the cells
 * @param refusal why it is not taken at all; null when it is tried
 */
record BatchRow(
    long number, Map<String, String> cells, Map<String, String> fields, RowOutcome refusal) {}
