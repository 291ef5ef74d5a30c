package org.kartoteka.core.api.party;

/**
 * The names of a natural-person party: the same truth as on its one person's card (TEN-7).
 *
 * @param sex {@code F}, {@code M} or null
 */
public record PartyPerson(String firstName, String lastName, String sex) {}
