package org.kartoteka.sales;

import org.kartoteka.platform.api.record.Id;

/** The id of a payment. */
public record PaymentId(long value) implements Id {}
