package org.kartoteka.core.api.merge;

import org.kartoteka.core.api.party.PartyId;

/**
 * Which merges are wanted.
 *
 * @param party merges in which this party survived or became part of another; null means any
 * @param standing only merges that were not undone
 */
public record MergeQuery(PartyId party, boolean standing) {

  /** All merges. */
  public static MergeQuery all() {
    return new MergeQuery(null, false);
  }
}
