package org.kartoteka.core.api.trade;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * What a contract promises and what is paid for it.
 *
 * @param key the line within its contract; it stays the same when an annex changes the line
 * @param product the code of the product or service; may be null
 * @param name what stands on the invoice
 * @param quantity how many, not zero
 * @param unit such as {@code pcs}; may be null
 * @param unitPrice net, in the contract's currency, for one unit and one period
 * @param unitCost what one unit costs us in one period; null when nobody knows
 * @param taxCode the rate of tax, as the system that invoices calls it; null for the product's own
 * @param from the first day it is owed
 * @param until the last day it is owed; null when it is owed as long as the contract lasts
 */
public record ContractLine(
    String key,
    String product,
    String name,
    BigDecimal quantity,
    String unit,
    BigDecimal unitPrice,
    BigDecimal unitCost,
    String taxCode,
    Billing billing,
    LocalDate from,
    LocalDate until) {

  /** Whether it is owed on the day. */
  public boolean isOwedOn(LocalDate day) {
    return !day.isBefore(from) && (until == null || !day.isAfter(until));
  }
}
