package org.kartoteka.competitors;

import org.kartoteka.core.api.party.PartyId;

/**
 * Which presences are wanted; null means any.
 *
 * @param current whether only those that go on today
 */
public record PresenceQuery(
    PartyId competitor, PartyId customer, Certainty certainty, boolean current) {

  /** All presences. */
  public static PresenceQuery all() {
    return new PresenceQuery(null, null, null, false);
  }

  /** Those of one competitor. */
  public static PresenceQuery of(PartyId competitor) {
    return new PresenceQuery(competitor, null, null, false);
  }

  /** Those at one customer. */
  public static PresenceQuery at(PartyId customer) {
    return new PresenceQuery(null, customer, null, false);
  }
}
