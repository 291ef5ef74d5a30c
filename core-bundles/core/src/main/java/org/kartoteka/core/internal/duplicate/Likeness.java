package org.kartoteka.core.internal.duplicate;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.kartoteka.core.api.duplicate.Resemblance;

/**
 * What came of comparing two cards.
 *
 * @param score how sure it is that both are the same, 0 to 100
 */
record Likeness(int score, List<Resemblance> resemblances) {

  /** Shown as a pair. */
  static final int PROBABLE = 50;

  private static final int POSSIBLE = 15;
  private static final Set<Resemblance> TELLING =
      EnumSet.of(
          Resemblance.IDENTIFIER,
          Resemblance.PHONE,
          Resemblance.EMAIL,
          Resemblance.BANK_ACCOUNT,
          Resemblance.PRIVATE_CONTACT);

  /** Whether it is worth a decision: merge them, or say that they are not the same. */
  boolean isProbable() {
    return score >= PROBABLE;
  }

  /** Whether it is worth a hint while somebody types. */
  boolean isPossible() {
    return isClose() || resemblances.stream().anyMatch(TELLING::contains);
  }

  /** As {@link #isPossible} for two of one party, who may share its phone and e-mail. */
  boolean isClose() {
    return score >= POSSIBLE;
  }
}
