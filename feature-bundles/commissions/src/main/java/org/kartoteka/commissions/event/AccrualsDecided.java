package org.kartoteka.commissions.event;

import org.kartoteka.commissions.AccrualState;
import org.kartoteka.platform.api.journal.DomainEvent;
import org.kartoteka.platform.api.journal.EventType;

/**
 * Somebody granted or refused commissions. Why he refused them is not told: words about people stay
 * with the decision, where an erasure finds them.
 *
 * @param state granted or refused
 * @param rows how many
 */
@EventType("commissions.accruals-decided")
public record AccrualsDecided(AccrualState state, long rows) implements DomainEvent {}
