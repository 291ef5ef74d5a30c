package org.kartoteka.platform.api.security;

import java.time.Instant;

/**
 * How a user stands with the second factor.
 *
 * @param since when it was set up; null when there is none
 * @param demanded whether his roles demand one
 * @param recoveryCodes how many are left
 */
public record SecondFactorView(Instant since, boolean demanded, int recoveryCodes) {

  /** Whether there is one. */
  public boolean present() {
    return since != null;
  }
}
