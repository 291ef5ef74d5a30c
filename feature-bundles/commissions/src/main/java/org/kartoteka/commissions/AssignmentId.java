package org.kartoteka.commissions;

import org.kartoteka.platform.api.record.Id;

/** The id of an assignment of a plan. */
public record AssignmentId(long value) implements Id {}
