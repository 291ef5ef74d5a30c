package org.kartoteka.commissions.internal.domain;

import java.math.BigDecimal;
import org.kartoteka.commissions.PlanVersionId;
import org.kartoteka.platform.api.security.UserId;

/**
 * Somebody who may earn on a deal; fixed when the deal is made.
 *
 * @param id unique among all
 * @param version the version of the plan that was in force for him, or for whom he is superior of
 * @param share of a seller: his part of the deal in per cent; of a superior: what he gets of the
 *     seller's commission in per cent
 * @param seller of a superior: the id of the seller; null for a seller himself
 * @param takesRest whether he takes what rounding leaves
 */
public record Beneficiary(
    long id,
    UserId person,
    PlanVersionId version,
    BigDecimal share,
    Long seller,
    boolean takesRest) {

  boolean sells() {
    return seller == null;
  }
}
