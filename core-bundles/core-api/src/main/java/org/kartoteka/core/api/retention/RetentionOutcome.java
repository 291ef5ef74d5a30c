package org.kartoteka.core.api.retention;

/**
 * What came of a decision on one record.
 *
 * @param done whether it was carried out
 * @param problem why not, in the user's words; null when it was
 */
public record RetentionOutcome(RetentionReviewId id, boolean done, String problem) {}
