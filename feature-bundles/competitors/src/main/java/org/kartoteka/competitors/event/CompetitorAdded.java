package org.kartoteka.competitors.event;

import org.kartoteka.core.api.party.PartyId;
import org.kartoteka.platform.api.journal.DomainEvent;
import org.kartoteka.platform.api.journal.EventType;

/** A party is observed as a competitor from now on. */
@EventType("competitors.competitor-added")
public record CompetitorAdded(PartyId competitor, String name) implements DomainEvent {}
