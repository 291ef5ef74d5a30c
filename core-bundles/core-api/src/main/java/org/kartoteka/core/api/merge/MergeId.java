package org.kartoteka.core.api.merge;

import org.kartoteka.platform.api.record.Id;

/** The id of a merge. */
public record MergeId(long value) implements Id {}
