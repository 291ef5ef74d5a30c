package org.kartoteka.core.api.note;

import org.kartoteka.core.api.party.PartyId;
import org.kartoteka.core.api.person.PersonId;

/**
 * Which notes are wanted; null means any.
 *
 * @param text words of the note, without regard to case and diacritics
 * @param party notes of this party and its persons
 * @param person notes about this person
 */
public record NoteQuery(String text, PartyId party, PersonId person) {

  public NoteQuery {
    text = text == null || text.isBlank() ? null : text.strip();
  }
}
