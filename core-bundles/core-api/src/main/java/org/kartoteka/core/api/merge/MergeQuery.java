package org.kartoteka.core.api.merge;

import org.kartoteka.core.api.party.PartyId;
import org.kartoteka.core.api.person.PersonId;

/**
 * Which merges are wanted.
 *
 * @param party merges in which this party survived or became part of another; null means any
 * @param person merges in which this person survived or became part of another; null means any
 * @param standing only merges that were not undone
 */
public record MergeQuery(PartyId party, PersonId person, boolean standing) {

  /** All merges. */
  public static MergeQuery all() {
    return new MergeQuery(null, null, false);
  }

  /** The merges that were not undone. */
  public static MergeQuery ofStanding() {
    return new MergeQuery(null, null, true);
  }
}
