package org.kartoteka.contracts;

import org.kartoteka.platform.api.record.Id;

/** The id of a number series. */
public record NumberSeriesId(long value) implements Id {}
