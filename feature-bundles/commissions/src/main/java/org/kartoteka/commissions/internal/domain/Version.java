package org.kartoteka.commissions.internal.domain;

import java.time.Instant;
import java.time.LocalDate;
import org.kartoteka.commissions.PlanId;
import org.kartoteka.commissions.PlanTerms;
import org.kartoteka.commissions.PlanVersionId;

/**
 * A version of a plan; it never changes.
 *
 * @param validFrom the first day on which it holds
 * @param definedAt since when anybody could know of it
 */
public record Version(
    PlanVersionId id,
    PlanId plan,
    String planName,
    int number,
    LocalDate validFrom,
    Instant definedAt,
    PlanTerms terms) {}
