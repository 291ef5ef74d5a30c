package org.kartoteka.platform.api.journal;

import java.time.Instant;

/**
 * An event that a subscription could not handle.
 *
 * @param payload the event as JSON
 * @param error the last failure in one line
 */
public record ParkedEvent(
    String subscription,
    long eventId,
    String type,
    Instant occurredAt,
    Instant parkedAt,
    int attempts,
    String payload,
    String error) {}
