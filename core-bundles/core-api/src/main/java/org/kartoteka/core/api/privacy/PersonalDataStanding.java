package org.kartoteka.core.api.privacy;

import java.time.Instant;
import java.util.List;

/**
 * How the processing of a person's data stands.
 *
 * @param restrictedAt since when it is restricted; null when it is not
 * @param restrictedBy who restricted it
 * @param restriction why
 * @param erasures what was erased, the latest first
 */
public record PersonalDataStanding(
    Instant restrictedAt, String restrictedBy, String restriction, List<ErasureView> erasures) {

  public PersonalDataStanding {
    erasures = List.copyOf(erasures);
  }
}
