package org.kartoteka.competitors;

import org.kartoteka.platform.api.record.Id;

/** The id of a competitor's product. */
public record ProductId(long value) implements Id {}
