package org.kartoteka.competitors.event;

import org.kartoteka.core.api.party.PartyId;
import org.kartoteka.platform.api.journal.DomainEvent;
import org.kartoteka.platform.api.journal.EventType;

/** A party is not observed as a competitor any more. */
@EventType("competitors.competitor-removed")
public record CompetitorRemoved(PartyId competitor, String name) implements DomainEvent {}
