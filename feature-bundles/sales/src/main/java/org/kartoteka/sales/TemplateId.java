package org.kartoteka.sales;

import org.kartoteka.platform.api.record.Id;

/** The id of an invoice template. */
public record TemplateId(long value) implements Id {}
