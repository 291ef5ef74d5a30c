package org.kartoteka.platform.api.security;

import org.kartoteka.platform.api.record.Id;

/** The id of a browser's session; no secret. */
public record SessionId(long value) implements Id {}
