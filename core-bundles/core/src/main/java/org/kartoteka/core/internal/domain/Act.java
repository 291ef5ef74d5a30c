package org.kartoteka.core.internal.domain;

import java.time.Instant;

/** Who does something to a record, and when. */
public record Act(Instant at, String by) {}
