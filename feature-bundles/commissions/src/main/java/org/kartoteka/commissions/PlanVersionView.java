package org.kartoteka.commissions;

import java.time.Instant;
import java.time.LocalDate;

/**
 * A version of a plan; it never changes.
 *
 * @param validFrom the first day on which it holds, until a later version does
 */
public record PlanVersionView(
    PlanVersionId id,
    PlanId planId,
    String planName,
    int number,
    LocalDate validFrom,
    String remark,
    PlanTerms terms,
    Instant definedAt,
    String definedBy) {}
