package org.kartoteka.commissions;

import org.kartoteka.platform.api.record.Id;

/** The id of a plan. */
public record PlanId(long value) implements Id {}
