package org.kartoteka.competitors.event;

import java.time.LocalDate;
import org.kartoteka.competitors.StrategyChangeId;
import org.kartoteka.competitors.StrategyKind;
import org.kartoteka.core.api.party.PartyId;
import org.kartoteka.platform.api.journal.DomainEvent;
import org.kartoteka.platform.api.journal.EventType;

/** A change in a competitor's strategy was recorded. */
@EventType("competitors.strategy-change-recorded")
public record StrategyChangeRecorded(
    StrategyChangeId id, PartyId competitor, StrategyKind kind, LocalDate date, String title)
    implements DomainEvent {}
