package org.kartoteka.core.api.register;

import org.kartoteka.core.api.party.PartyQuery;

/**
 * What a register is called and what it is for.
 *
 * @param name unique without regard to case, 1 to 100 characters
 * @param description may be null
 * @param filter the rule by which parties are in it, whoever they are at the time; null for a
 *     register kept by hand
 */
public record RegisterData(String name, String description, PartyQuery filter) {

  /** A register kept by hand. */
  public static RegisterData byHand(String name, String description) {
    return new RegisterData(name, description, null);
  }
}
