package org.kartoteka.core.api.person.event;

import java.util.List;
import org.kartoteka.core.api.party.PartyId;
import org.kartoteka.core.api.person.PersonId;
import org.kartoteka.platform.api.journal.DomainEvent;
import org.kartoteka.platform.api.journal.EventType;

/** Fields of a person were changed. */
@EventType("person.changed")
public record PersonChanged(PersonId person, PartyId party, List<String> fields)
    implements DomainEvent {}
