package org.kartoteka.sales;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.kartoteka.core.api.trade.DocumentRef;

/**
 * A line of a document; on a credit note the difference.
 *
 * @param net quantity times price, rounded
 * @param tax the line's share of the tax on all lines of its rate
 * @param cost what the whole line costs us; null when nobody knows
 * @param contract the contract it is owed by; null when by none
 * @param from the first day that is paid for; null when it is no period
 */
public record LineView(
    int position,
    ProductId productId,
    String product,
    ProductGroupId groupId,
    String name,
    BigDecimal quantity,
    String unit,
    BigDecimal unitPrice,
    BigDecimal unitCost,
    BigDecimal net,
    String taxCode,
    BigDecimal taxPercent,
    BigDecimal tax,
    BigDecimal cost,
    DocumentRef contract,
    String contractLine,
    String packageType,
    LocalDate from,
    LocalDate until) {

  /** The amount with tax. */
  public BigDecimal gross() {
    return net.add(tax);
  }

  /** What can be said of it when the document is written anew. */
  public LineData data() {
    return new LineData(product, name, quantity, unit, unitPrice, unitCost, taxCode);
  }

  /** The same with its share of the tax. */
  public LineView taxed(BigDecimal share) {
    return new LineView(
        position,
        productId,
        product,
        groupId,
        name,
        quantity,
        unit,
        unitPrice,
        unitCost,
        net,
        taxCode,
        taxPercent,
        share,
        cost,
        contract,
        contractLine,
        packageType,
        from,
        until);
  }
}
