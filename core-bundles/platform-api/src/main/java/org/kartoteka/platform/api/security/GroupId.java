package org.kartoteka.platform.api.security;

import org.kartoteka.platform.api.record.Id;

/** The id of a group of users. */
public record GroupId(long value) implements Id {}
