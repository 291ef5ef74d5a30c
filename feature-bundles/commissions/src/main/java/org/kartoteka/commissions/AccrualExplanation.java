package org.kartoteka.commissions;

import java.util.List;

/**
 * How an amount came about.
 *
 * @param steps as they were kept when it was reckoned
 * @param sentences the same in the reader's language
 */
public record AccrualExplanation(AccrualView accrual, List<Step> steps, List<String> sentences) {

  public AccrualExplanation {
    steps = List.copyOf(steps);
    sentences = List.copyOf(sentences);
  }
}
