package org.kartoteka.core.api.person.event;

import org.kartoteka.core.api.party.PartyId;
import org.kartoteka.core.api.person.PersonId;
import org.kartoteka.platform.api.journal.DomainEvent;
import org.kartoteka.platform.api.journal.EventType;

/** A person was removed with the notes about it. */
@EventType("person.removed")
public record PersonRemoved(PersonId person, PartyId party, String name) implements DomainEvent {}
