package org.kartoteka.competitors;

import org.kartoteka.platform.api.record.Id;

/** The id of a presence at a customer. */
public record PresenceId(long value) implements Id {}
