package org.kartoteka.sales;

import org.kartoteka.platform.api.record.Id;

/** The id of a run of recurring invoices. */
public record RunId(long value) implements Id {}
