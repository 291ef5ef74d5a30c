package org.kartoteka.core.api.person.event;

import org.kartoteka.core.api.party.PartyId;
import org.kartoteka.core.api.person.PersonId;
import org.kartoteka.platform.api.journal.DomainEvent;
import org.kartoteka.platform.api.journal.EventType;

/** A person was added to a party. */
@EventType("person.added")
public record PersonAdded(PersonId person, PartyId party, String name) implements DomainEvent {}
