package org.kartoteka.competitors;

import org.kartoteka.core.api.party.PartyId;
import org.kartoteka.platform.api.security.UserId;

/**
 * The order to observe a party as a competitor: one that is in the register, or a new organisation
 * of which the name is known.
 *
 * @param partyId the party; null when the name is given
 * @param name the name of a new organisation; null when the party is given
 */
public record AddCompetitor(
    PartyId partyId,
    String name,
    Threat threat,
    String strengths,
    String weaknesses,
    UserId ownerId) {

  /** A party of the register. */
  public static AddCompetitor party(PartyId party) {
    return new AddCompetitor(party, null, null, null, null, null);
  }

  /** A new organisation. */
  public static AddCompetitor named(String name) {
    return new AddCompetitor(null, name, null, null, null, null);
  }

  /** What we think of it. */
  public CompetitorData data() {
    return new CompetitorData(threat, strengths, weaknesses, ownerId);
  }
}
