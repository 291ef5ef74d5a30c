package org.kartoteka.core.api.admission.event;

import org.kartoteka.core.api.party.PartyId;
import org.kartoteka.platform.api.journal.DomainEvent;
import org.kartoteka.platform.api.journal.EventType;

/** It was decided whether a party is admitted. */
@EventType("admission.decided")
public record AdmissionDecided(PartyId party, String name, boolean admitted, String reason)
    implements DomainEvent {}
