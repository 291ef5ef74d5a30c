package org.kartoteka.contracts;

import org.kartoteka.platform.api.record.Id;

/** The id of a tariff appendix. */
public record AppendixId(long value) implements Id {}
