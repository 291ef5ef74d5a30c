package org.kartoteka.core.api.merge.event;

import java.util.List;
import org.kartoteka.core.api.merge.MergeId;
import org.kartoteka.core.api.party.PartyId;
import org.kartoteka.platform.api.journal.DomainEvent;
import org.kartoteka.platform.api.journal.EventType;

/** A merge was undone: the parties are separate again. */
@EventType("party.merge-undone")
public record PartyMergeUndone(MergeId merge, PartyId survivor, List<PartyId> merged)
    implements DomainEvent {}
