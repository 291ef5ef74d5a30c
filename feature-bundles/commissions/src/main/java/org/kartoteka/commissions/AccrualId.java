package org.kartoteka.commissions;

import org.kartoteka.platform.api.record.Id;

/** The id of a row of the ledger. */
public record AccrualId(long value) implements Id {}
