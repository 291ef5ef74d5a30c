package org.kartoteka.core.api.duplicate;

import org.kartoteka.core.api.person.PersonId;

/**
 * Which pairs of persons are wanted.
 *
 * @param person pairs with this person; null means any
 * @param dismissed the pairs of which somebody said that both are right, instead of the others
 */
public record DuplicatePersonsQuery(PersonId person, boolean dismissed) {

  /** The pairs that wait for a decision. */
  public static DuplicatePersonsQuery open() {
    return new DuplicatePersonsQuery(null, false);
  }
}
