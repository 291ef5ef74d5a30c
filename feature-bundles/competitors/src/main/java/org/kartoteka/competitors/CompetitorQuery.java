package org.kartoteka.competitors;

import org.kartoteka.platform.api.security.UserId;

/** Which competitors are wanted; null means any. */
public record CompetitorQuery(String text, Threat threat, UserId owner) {

  /** All competitors. */
  public static CompetitorQuery all() {
    return new CompetitorQuery(null, null, null);
  }
}
