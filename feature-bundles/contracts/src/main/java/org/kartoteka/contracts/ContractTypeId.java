package org.kartoteka.contracts;

import org.kartoteka.platform.api.record.Id;

/** The id of a type of contracts. */
public record ContractTypeId(long value) implements Id {}
