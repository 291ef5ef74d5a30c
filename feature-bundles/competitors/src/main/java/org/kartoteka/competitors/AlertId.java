package org.kartoteka.competitors;

import org.kartoteka.platform.api.record.Id;

/** The id of an alert. */
public record AlertId(long value) implements Id {}
