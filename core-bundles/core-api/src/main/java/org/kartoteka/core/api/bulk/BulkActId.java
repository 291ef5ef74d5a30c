package org.kartoteka.core.api.bulk;

import org.kartoteka.platform.api.record.Id;

/** The id of a bulk act. */
public record BulkActId(long value) implements Id {}
