package org.kartoteka.core.api.retention;

import java.util.Collection;
import java.util.List;
import org.kartoteka.platform.api.data.Page;
import org.kartoteka.platform.api.data.PageRequest;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The records that are due, for people to decide on. Needs {@code core.privacy.manage}, erasing
 * {@code core.privacy.erase} too; shows and changes what the user reaches.
 */
@ProviderType
public interface RetentionReviews {

  /** How many can be decided on at once. */
  int AT_ONCE = 100;

  /**
   * The reviews in a state: those due since longest first, those decided the latest first.
   *
   * @param kind null for all kinds
   * @param state null for those due
   */
  Page<RetentionReviewView> page(String kind, RetentionState state, PageRequest request);

  /**
   * Decides on records that are due, each for itself: one that is refused does not stop the others.
   *
   * @throws org.kartoteka.platform.api.problem.InvalidInput when the decision says too little
   * @throws org.kartoteka.platform.api.problem.ProofNeeded when somebody who erases has not proved
   *     lately who he is
   */
  List<RetentionOutcome> decide(Collection<RetentionReviewId> ids, RetentionDecision decision);
}
