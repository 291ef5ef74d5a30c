package org.kartoteka.core.api.person;

import org.kartoteka.core.api.party.PartyId;

/**
 * Which persons are wanted; null means any.
 *
 * @param text parts of the name, a phone or e-mail, without regard to case and diacritics
 */
public record PersonQuery(String text, PartyId party) {

  public PersonQuery {
    text = text == null || text.isBlank() ? null : text.strip();
  }

  /** The persons of a party. */
  public static PersonQuery of(PartyId party) {
    return new PersonQuery(null, party);
  }
}
