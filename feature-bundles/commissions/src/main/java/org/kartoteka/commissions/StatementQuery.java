package org.kartoteka.commissions;

import org.kartoteka.platform.api.security.UserId;

/**
 * Which statements are wanted; null means any.
 *
 * @param open only those neither paid nor cancelled
 */
public record StatementQuery(UserId person, boolean open) {

  /** All statements. */
  public static StatementQuery all() {
    return new StatementQuery(null, false);
  }
}
