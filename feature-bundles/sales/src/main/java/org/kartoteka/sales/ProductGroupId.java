package org.kartoteka.sales;

import org.kartoteka.platform.api.record.Id;

/** The id of a product group. */
public record ProductGroupId(long value) implements Id {}
