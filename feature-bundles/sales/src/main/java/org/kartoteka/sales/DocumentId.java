package org.kartoteka.sales;

import org.kartoteka.platform.api.record.Id;

/** The id of an invoice or credit note. */
public record DocumentId(long value) implements Id {}
