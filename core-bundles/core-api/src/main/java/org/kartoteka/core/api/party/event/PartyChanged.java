package org.kartoteka.core.api.party.event;

import java.util.List;
import org.kartoteka.core.api.party.PartyId;
import org.kartoteka.platform.api.journal.DomainEvent;
import org.kartoteka.platform.api.journal.EventType;

/** Fields of a party were changed. */
@EventType("party.changed")
public record PartyChanged(PartyId party, String name, List<String> fields)
    implements DomainEvent {}
