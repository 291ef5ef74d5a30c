package org.kartoteka.commissions;

import org.osgi.annotation.versioning.ProviderType;

/** Questions that touch nothing: what a plan would have come to, what a deal would bring. */
@ProviderType
public interface DryRuns {

  /**
   * What a plan would have come to, had it been in force, with all that has happened to the
   * documents since. Needs {@code commissions.plan.define}; tells of persons whose commissions the
   * asker sees.
   */
  DryRunView run(DryRunOrder order);

  /**
   * What a deal would bring to whoever asks, on top of what was added up in the period so far.
   * Needs {@code commissions.own.read}.
   */
  DealEstimate estimate(DealIdea idea);
}
