package org.kartoteka.contracts;

import org.kartoteka.platform.api.record.Id;

/** The id of an annex. */
public record AnnexId(long value) implements Id {}
