package org.kartoteka.platform.api.exchange;

import org.kartoteka.platform.api.record.Id;

/** The id of an export. */
public record ExportId(long value) implements Id {}
