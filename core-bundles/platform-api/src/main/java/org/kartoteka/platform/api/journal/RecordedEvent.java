package org.kartoteka.platform.api.journal;

import java.time.Instant;

/**
 * An event as the journal holds it.
 *
 * @param id the event's number, unique; handlers are idempotent by it
 * @param occurredAt when it happened; rules valid at this time apply, also when catching up
 * @param actor the sign-in name of who caused it; {@code system} for jobs
 * @param event what happened
 */
public record RecordedEvent<E extends DomainEvent>(
    long id, Instant occurredAt, String actor, E event) {}
