package org.kartoteka.commissions;

import java.util.List;

/**
 * The order to grant or refuse commissions in bulk.
 *
 * @param ids which; empty when the filter says it
 * @param filter all that it finds; null when the ids say it
 * @param reason of a refusal; up to 1,000 characters
 */
public record DecideAccruals(List<AccrualId> ids, AccrualQuery filter, String reason) {

  public DecideAccruals {
    ids = ids == null ? List.of() : List.copyOf(ids);
  }

  /** These. */
  public static DecideAccruals of(List<AccrualId> ids, String reason) {
    return new DecideAccruals(ids, null, reason);
  }

  /** All that the filter finds. */
  public static DecideAccruals all(AccrualQuery filter, String reason) {
    return new DecideAccruals(null, filter, reason);
  }
}
