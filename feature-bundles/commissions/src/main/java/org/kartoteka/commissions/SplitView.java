package org.kartoteka.commissions;

import java.time.Instant;

/** A split that stands. */
public record SplitView(SplitId id, SplitData data, Instant definedAt, String definedBy) {}
