package org.kartoteka.core.api.party;

/** What a party is (TEN-3). */
public enum PartyKind {
  ORGANISATION,
  NATURAL_PERSON
}
