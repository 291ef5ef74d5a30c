package org.kartoteka.platform.api.history;

import java.time.Instant;

/**
 * A part of what happened, read backwards.
 *
 * @param before only what happened before
 * @param beforeId of what happened at that very instant only those with a smaller id
 * @param actor the sign-in name of who did it; null for anybody
 * @param limit how many at most
 */
public record HistorySpan(Instant before, long beforeId, String actor, int limit) {}
