package org.kartoteka.commissions;

import java.time.LocalDate;

/**
 * The order to define a version of a plan.
 *
 * @param validFrom the first day on which it holds; what happened before the version was defined
 *     stays as it was reckoned
 * @param remark why; may be null
 */
public record DefineVersion(LocalDate validFrom, String remark, PlanTerms terms) {}
