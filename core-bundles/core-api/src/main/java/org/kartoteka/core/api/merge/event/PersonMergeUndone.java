package org.kartoteka.core.api.merge.event;

import java.util.List;
import org.kartoteka.core.api.merge.MergeId;
import org.kartoteka.core.api.party.PartyId;
import org.kartoteka.core.api.person.PersonId;
import org.kartoteka.platform.api.journal.DomainEvent;
import org.kartoteka.platform.api.journal.EventType;

/** A merge was undone: the persons are separate again. */
@EventType("person.merge-undone")
public record PersonMergeUndone(
    MergeId merge, PartyId party, PersonId survivor, List<PersonId> merged)
    implements DomainEvent {}
