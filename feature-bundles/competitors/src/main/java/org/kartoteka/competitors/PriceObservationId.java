package org.kartoteka.competitors;

import org.kartoteka.platform.api.record.Id;

/** The id of an observed price. */
public record PriceObservationId(long value) implements Id {}
