package org.kartoteka.core.api.party.event;

import org.kartoteka.core.api.party.PartyId;
import org.kartoteka.core.api.party.PartyKind;
import org.kartoteka.platform.api.journal.DomainEvent;
import org.kartoteka.platform.api.journal.EventType;

/** A party was registered. */
@EventType("party.registered")
public record PartyRegistered(PartyId party, PartyKind kind, String name) implements DomainEvent {}
