package org.kartoteka.commissions;

import java.time.Instant;
import java.time.LocalDate;
import org.kartoteka.platform.api.http.Versioned;

/**
 * A plan.
 *
 * @param latestVersion the number of the version that was defined last; null while there is none
 * @param latestValidFrom since when that one holds
 * @param assignments how many assignments stand
 */
public record PlanView(
    PlanId id,
    long revision,
    String name,
    String description,
    boolean retired,
    Integer latestVersion,
    LocalDate latestValidFrom,
    long assignments,
    Instant createdAt,
    String createdBy,
    Instant changedAt,
    String changedBy)
    implements Versioned {

  /** What people can change of it. */
  public PlanData data() {
    return new PlanData(name, description, retired);
  }
}
