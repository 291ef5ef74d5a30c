package org.kartoteka.core.api.note.event;

import org.kartoteka.core.api.note.NoteId;
import org.kartoteka.core.api.party.PartyId;
import org.kartoteka.core.api.person.PersonId;
import org.kartoteka.platform.api.journal.DomainEvent;
import org.kartoteka.platform.api.journal.EventType;

/** A note was removed. */
@EventType("note.removed")
public record NoteRemoved(NoteId note, PartyId party, PersonId person) implements DomainEvent {}
