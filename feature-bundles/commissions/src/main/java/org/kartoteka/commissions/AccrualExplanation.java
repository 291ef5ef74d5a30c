package org.kartoteka.commissions;

import java.util.List;

/**
 * How an amount came about, and what was decided on it.
 *
 * @param steps as they were kept when it was reckoned
 * @param sentences the same in the reader's language
 * @param decisions all of them, the first one first; empty while it waits
 */
public record AccrualExplanation(
    AccrualView accrual,
    List<Step> steps,
    List<String> sentences,
    List<AccrualDecision> decisions) {

  public AccrualExplanation {
    steps = List.copyOf(steps);
    sentences = List.copyOf(sentences);
    decisions = List.copyOf(decisions);
  }
}
