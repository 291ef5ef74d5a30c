package org.kartoteka.core.api.admission.event;

import org.kartoteka.core.api.party.PartyId;
import org.kartoteka.platform.api.journal.DomainEvent;
import org.kartoteka.platform.api.journal.EventType;

/**
 * A party waits for a decision on its admission.
 *
 * @param again whether it was refused before
 */
@EventType("admission.asked")
public record AdmissionAsked(PartyId party, String name, boolean again) implements DomainEvent {}
