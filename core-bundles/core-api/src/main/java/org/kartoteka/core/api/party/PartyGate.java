package org.kartoteka.core.api.party;

import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;
import org.osgi.annotation.versioning.ProviderType;

/** The gate every feature asks before it deals with a party (ALF-11). */
@ProviderType
public interface PartyGate {

  /** Whether the party's present status permits the dealing; false for an unknown party. */
  boolean permits(PartyId party, Dealing dealing);

  /** Those of the parties whose present status permits the dealing, for work on many at once. */
  default Set<PartyId> permitted(Collection<PartyId> parties, Dealing dealing) {
    return parties.stream()
        .filter(party -> permits(party, dealing))
        .collect(Collectors.toUnmodifiableSet());
  }

  /**
   * Lets only those dealings pass which the party's present status permits.
   *
   * @throws org.kartoteka.platform.api.problem.Refused naming the party and its status
   * @throws org.kartoteka.platform.api.problem.NotFound when there is no such party
   */
  void require(PartyId party, Dealing dealing);
}
