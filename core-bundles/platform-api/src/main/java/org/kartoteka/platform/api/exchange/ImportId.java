package org.kartoteka.platform.api.exchange;

import org.kartoteka.platform.api.record.Id;

/** The id of an import. */
public record ImportId(long value) implements Id {}
