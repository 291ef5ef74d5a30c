package org.kartoteka.core.api.duplicate;

import java.util.List;
import org.kartoteka.core.api.party.PartySummary;

/**
 * A party in the register that looks like given data.
 *
 * @param score how sure it is that both are the same, 0 to 100
 * @param resemblances what speaks for it, the strongest first
 */
public record SimilarParty(PartySummary party, int score, List<Resemblance> resemblances) {

  public SimilarParty {
    resemblances = List.copyOf(resemblances);
  }
}
