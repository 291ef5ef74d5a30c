package org.kartoteka.core.api.duplicate;

import org.kartoteka.core.api.party.PartyId;

/**
 * Which pairs are wanted.
 *
 * @param party pairs with this party; null means any
 * @param dismissed the pairs that were said not to be the same, instead of the others
 */
public record DuplicateQuery(PartyId party, boolean dismissed) {

  /** The pairs that wait for a decision. */
  public static DuplicateQuery open() {
    return new DuplicateQuery(null, false);
  }
}
