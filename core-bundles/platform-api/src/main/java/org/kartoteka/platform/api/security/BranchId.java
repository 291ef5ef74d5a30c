package org.kartoteka.platform.api.security;

import org.kartoteka.platform.api.record.Id;

/** The id of a branch. */
public record BranchId(long value) implements Id {}
