package org.kartoteka.core.api.duplicate;

import java.time.Instant;
import java.util.List;
import org.kartoteka.core.api.party.PartySummary;

/**
 * Two parties of the register that are probably the same.
 *
 * @param first the one that was registered first
 * @param score how sure it is, 0 to 100
 * @param resemblances what speaks for it, the strongest first
 * @param dismissedAt when somebody said that they are not the same; null when nobody did
 * @param dismissedBy who said so; null when nobody did
 */
public record DuplicatePair(
    PartySummary first,
    PartySummary second,
    int score,
    List<Resemblance> resemblances,
    Instant foundAt,
    Instant dismissedAt,
    String dismissedBy) {

  public DuplicatePair {
    resemblances = List.copyOf(resemblances);
  }
}
