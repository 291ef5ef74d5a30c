package org.kartoteka.core.api.person;

import org.kartoteka.platform.api.record.Id;

/** The id of a person. */
public record PersonId(long value) implements Id {}
