package org.kartoteka.contracts;

import org.kartoteka.platform.api.record.Id;

/** The id of the record that says who has a signed paper. */
public record OriginalId(long value) implements Id {}
