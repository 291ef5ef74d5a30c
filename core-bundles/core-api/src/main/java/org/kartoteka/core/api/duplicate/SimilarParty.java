package org.kartoteka.core.api.duplicate;

import java.util.List;
import org.kartoteka.core.api.party.PartySummary;
import org.kartoteka.platform.api.security.UserId;

/**
 * A party in the register that looks like given data.
 *
 * @param party null when it is out of the user's reach: there is one, and that is all that is told
 * @param score how sure it is that both are the same, 0 to 100
 * @param resemblances what speaks for it, the strongest first
 * @param askUserId whom to ask about a party that is out of reach: its owner; null when nobody owns
 *     it, and for a party that is shown
 */
public record SimilarParty(
    PartySummary party, int score, List<Resemblance> resemblances, UserId askUserId) {

  public SimilarParty {
    resemblances = List.copyOf(resemblances);
  }

  /** A party that the user may see. */
  public SimilarParty(PartySummary party, int score, List<Resemblance> resemblances) {
    this(party, score, resemblances, null);
  }

  /** A party that exists elsewhere, out of the user's reach. */
  public static SimilarParty elsewhere(UserId askUserId) {
    return new SimilarParty(null, 0, List.of(), askUserId);
  }

  /** Whether it is out of the user's reach. */
  public boolean isElsewhere() {
    return party == null;
  }
}
