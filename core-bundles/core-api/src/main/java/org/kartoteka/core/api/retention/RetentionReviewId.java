package org.kartoteka.core.api.retention;

import org.kartoteka.platform.api.record.Id;

/** Identifies a review of a record that is due. */
public record RetentionReviewId(long value) implements Id {}
