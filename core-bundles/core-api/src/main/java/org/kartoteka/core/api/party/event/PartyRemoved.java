package org.kartoteka.core.api.party.event;

import org.kartoteka.core.api.party.PartyId;
import org.kartoteka.platform.api.journal.DomainEvent;
import org.kartoteka.platform.api.journal.EventType;

/** A party was removed with its persons and notes. */
@EventType("party.removed")
public record PartyRemoved(PartyId party, String name) implements DomainEvent {}
