package org.kartoteka.core.api.privacy;

import org.kartoteka.platform.api.record.Id;

/** Identifies a consent. */
public record ConsentId(long value) implements Id {}
