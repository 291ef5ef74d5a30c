package org.kartoteka.commissions;

import org.kartoteka.platform.api.record.Id;

/** The id of a split of sales. */
public record SplitId(long value) implements Id {}
