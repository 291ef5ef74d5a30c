package org.kartoteka.commissions;

import org.kartoteka.platform.api.record.Id;

/** The id of a version of a plan. */
public record PlanVersionId(long value) implements Id {}
