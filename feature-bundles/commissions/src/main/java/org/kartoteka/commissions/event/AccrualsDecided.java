package org.kartoteka.commissions.event;

import org.kartoteka.commissions.AccrualState;
import org.kartoteka.platform.api.journal.DomainEvent;
import org.kartoteka.platform.api.journal.EventType;

/**
 * Somebody granted or refused commissions.
 *
 * @param state granted or refused
 * @param rows how many
 * @param reason of a refusal; null otherwise
 */
@EventType("commissions.accruals-decided")
public record AccrualsDecided(AccrualState state, long rows, String reason)
    implements DomainEvent {}
