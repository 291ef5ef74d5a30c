package org.kartoteka.contracts;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.kartoteka.core.api.trade.Billing;
import org.kartoteka.core.api.trade.ContractLine;

/**
 * A line of a contract: what is owed and what is paid for it; see {@link ContractLine}.
 *
 * @param key which line of the contract it is; null for a new one
 * @param everyMonths how many months a period has; 0 or null when it is invoiced once
 * @param due when a period is invoiced; in advance when null
 * @param alignedTo a day on which a period begins; null when periods count from the first day
 * @param from the first day; that of the contract or annex when null
 * @param until the last day; null when it is owed as long as the contract lasts
 */
public record LineData(
    String key,
    String product,
    String name,
    BigDecimal quantity,
    String unit,
    BigDecimal unitPrice,
    BigDecimal unitCost,
    String taxCode,
    Integer everyMonths,
    Billing.Due due,
    LocalDate alignedTo,
    LocalDate from,
    LocalDate until) {

  /** A line that is invoiced every month in advance. */
  public static LineData monthly(String product, String name, String price, String cost) {
    return new LineData(
        null,
        product,
        name,
        BigDecimal.ONE,
        null,
        new BigDecimal(price),
        cost == null ? null : new BigDecimal(cost),
        null,
        1,
        Billing.Due.IN_ADVANCE,
        null,
        null,
        null);
  }

  /** The same line at another price. */
  public LineData at(BigDecimal price) {
    return new LineData(
        key,
        product,
        name,
        quantity,
        unit,
        price,
        unitCost,
        taxCode,
        everyMonths,
        due,
        alignedTo,
        from,
        until);
  }

  /** The line as it is told to others; for a line in its normal form. */
  public ContractLine toLine() {
    return new ContractLine(
        key,
        product,
        name,
        quantity,
        unit,
        unitPrice,
        unitCost,
        taxCode,
        new Billing(everyMonths, due, alignedTo),
        from,
        until);
  }

  @Override
  public String toString() {
    return (quantity == null ? "1" : quantity.toPlainString())
        + " × "
        + name
        + (unitPrice == null ? "" : " " + unitPrice.toPlainString())
        + (everyMonths == null || everyMonths == 0 ? "" : " / " + everyMonths);
  }
}
