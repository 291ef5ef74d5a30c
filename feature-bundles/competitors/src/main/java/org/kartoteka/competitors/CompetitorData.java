package org.kartoteka.competitors;

import org.kartoteka.platform.api.security.UserId;

/**
 * What we think of a competitor.
 *
 * @param threat how dangerous it is; null while nobody has judged
 * @param strengths up to 10,000 characters
 * @param weaknesses up to 10,000 characters
 * @param ownerId who of us observes it
 */
public record CompetitorData(Threat threat, String strengths, String weaknesses, UserId ownerId) {

  /** Nothing is known yet. */
  public static CompetitorData unknown() {
    return new CompetitorData(null, null, null, null);
  }
}
