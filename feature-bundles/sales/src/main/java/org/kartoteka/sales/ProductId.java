package org.kartoteka.sales;

import org.kartoteka.platform.api.record.Id;

/** The id of a product or service. */
public record ProductId(long value) implements Id {}
