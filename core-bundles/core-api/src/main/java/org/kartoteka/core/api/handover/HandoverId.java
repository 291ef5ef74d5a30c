package org.kartoteka.core.api.handover;

import org.kartoteka.platform.api.record.Id;

/** The id of a hand-over. */
public record HandoverId(long value) implements Id {}
