package org.kartoteka.platform.api.security;

import org.kartoteka.platform.api.record.Id;

/** The id of a user. */
public record UserId(long value) implements Id {}
