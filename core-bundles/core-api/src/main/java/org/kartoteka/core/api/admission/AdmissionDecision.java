package org.kartoteka.core.api.admission;

/**
 * A decision on a pending review.
 *
 * @param admit whether the party is admitted
 * @param reason why; required for a refusal
 */
public record AdmissionDecision(Boolean admit, String reason) {}
