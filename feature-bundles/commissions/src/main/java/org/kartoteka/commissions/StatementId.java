package org.kartoteka.commissions;

import org.kartoteka.platform.api.record.Id;

/** The id of a statement. */
public record StatementId(long value) implements Id {}
