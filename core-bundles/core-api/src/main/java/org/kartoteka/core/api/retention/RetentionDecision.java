package org.kartoteka.core.api.retention;

import java.time.LocalDate;

/**
 * What becomes of records that are due.
 *
 * @param erase whether they are erased; else they are kept
 * @param until the last day for which they are kept
 * @param reason why; required
 */
public record RetentionDecision(Boolean erase, LocalDate until, String reason) {

  /** Erases them. */
  public static RetentionDecision erase(String reason) {
    return new RetentionDecision(true, null, reason);
  }

  /** Keeps them. */
  public static RetentionDecision keep(LocalDate until, String reason) {
    return new RetentionDecision(false, until, reason);
  }
}
