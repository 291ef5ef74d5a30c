package org.kartoteka.contracts;

import org.kartoteka.platform.api.record.Id;

/** The id of a contract. */
public record ContractId(long value) implements Id {}
