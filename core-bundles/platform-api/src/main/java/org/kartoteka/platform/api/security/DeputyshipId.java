package org.kartoteka.platform.api.security;

import org.kartoteka.platform.api.record.Id;

/** The id of a deputyship. */
public record DeputyshipId(long value) implements Id {}
