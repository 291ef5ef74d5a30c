package org.kartoteka.core.api.merge.event;

import java.util.List;
import org.kartoteka.core.api.merge.MergeId;
import org.kartoteka.core.api.party.PartyId;
import org.kartoteka.platform.api.journal.DomainEvent;
import org.kartoteka.platform.api.journal.EventType;

/**
 * Parties became part of another. Records are moved by a {@link
 * org.kartoteka.core.api.merge.PartyMergeParticipant}; this is for those who only want to know.
 */
@EventType("party.merged")
public record PartiesMerged(MergeId merge, PartyId survivor, List<PartyId> merged)
    implements DomainEvent {}
