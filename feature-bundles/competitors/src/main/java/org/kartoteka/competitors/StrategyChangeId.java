package org.kartoteka.competitors;

import org.kartoteka.platform.api.record.Id;

/** The id of a strategy change. */
public record StrategyChangeId(long value) implements Id {}
