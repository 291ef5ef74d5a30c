package org.kartoteka.core.api.merge.event;

import java.util.List;
import org.kartoteka.core.api.merge.MergeId;
import org.kartoteka.core.api.party.PartyId;
import org.kartoteka.core.api.person.PersonId;
import org.kartoteka.platform.api.journal.DomainEvent;
import org.kartoteka.platform.api.journal.EventType;

/**
 * Persons of a party became part of another. Records are moved by a {@link
 * org.kartoteka.core.api.merge.PersonMergeParticipant}; this is for those who only want to know.
 */
@EventType("person.merged")
public record PersonsMerged(MergeId merge, PartyId party, PersonId survivor, List<PersonId> merged)
    implements DomainEvent {}
