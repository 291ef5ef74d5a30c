package org.kartoteka.competitors.event;

import org.kartoteka.competitors.PresenceId;
import org.kartoteka.core.api.party.PartyId;
import org.kartoteka.platform.api.journal.DomainEvent;
import org.kartoteka.platform.api.journal.EventType;

/**
 * A competitor was found to supply a customer.
 *
 * @param supplies what it supplies; may be null
 */
@EventType("competitors.presence-recorded")
public record PresenceRecorded(PresenceId id, PartyId competitor, PartyId customer, String supplies)
    implements DomainEvent {}
