package org.kartoteka.core.api.party;

import org.kartoteka.platform.api.record.Id;

/** The id of a register. */
public record RegisterId(long value) implements Id {}
