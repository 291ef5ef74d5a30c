package org.kartoteka.core.api.duplicate;

import java.time.Instant;
import java.util.List;
import org.kartoteka.core.api.person.PersonView;

/**
 * Two contact persons of the register that are probably the same. Persons of one party can be
 * merged; those of two parties are a pair only on strong evidence, for somebody may work for both.
 *
 * @param first the one that was registered first; without the private and personal groups
 * @param second as first
 * @param score how sure it is, 0 to 100
 * @param resemblances what speaks for it, the strongest first, as far as the user may know
 * @param dismissedAt when somebody said that both cards are right; null when nobody did
 * @param dismissedBy who said so; null when nobody did
 */
public record DuplicatePersons(
    PersonView first,
    PersonView second,
    int score,
    List<Resemblance> resemblances,
    Instant foundAt,
    Instant dismissedAt,
    String dismissedBy) {

  public DuplicatePersons {
    resemblances = List.copyOf(resemblances);
  }

  /** Whether both are at one party, so that they can be merged. */
  public boolean areOfOneParty() {
    return first.partyId().equals(second.partyId());
  }
}
