package org.kartoteka.commissions;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;

/**
 * A deal that is not closed yet.
 *
 * @param monthly what would be paid for a month; may be null
 * @param monthlyCost what a month would cost us; null when nobody knows
 * @param once what would be paid once; may be null
 * @param onceCost what that would cost us; null when nobody knows
 * @param groups the codes of product groups it is in
 * @param newCustomer whether the customer has bought nothing yet
 */
public record DealIdea(
    Currency currency,
    BigDecimal monthly,
    BigDecimal monthlyCost,
    BigDecimal once,
    BigDecimal onceCost,
    List<String> groups,
    String contractType,
    String packageType,
    boolean newCustomer) {

  public DealIdea {
    groups = groups == null ? List.of() : List.copyOf(groups);
  }
}
