package org.kartoteka.commissions;

import java.time.Instant;

/**
 * What was decided on a commission; decisions are kept one after the other, and the last one
 * counts.
 *
 * @param state granted or refused
 * @param reason of a refusal; null otherwise, and once it was erased
 * @param decidedBy the name of the user; null when nobody decided on this commission by itself: it
 *     is refused because its claim was refused before
 */
public record AccrualDecision(
    AccrualState state, String reason, Instant decidedAt, String decidedBy) {}
