package org.kartoteka.core.api.party.event;

import org.kartoteka.core.api.party.PartyId;
import org.kartoteka.core.api.party.PartyStatus;
import org.kartoteka.platform.api.journal.DomainEvent;
import org.kartoteka.platform.api.journal.EventType;

/** The status of a party was changed. */
@EventType("party.status-changed")
public record PartyStatusChanged(
    PartyId party, PartyStatus before, PartyStatus after, String reason) implements DomainEvent {}
