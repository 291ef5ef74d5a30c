package org.kartoteka.sales;

import java.math.BigDecimal;

/**
 * A line of an invoice as it is written down. What is null is taken from the product.
 *
 * @param product the code of the product; null for a free line
 * @param name required for a free line
 * @param quantity how many, not zero
 * @param unitPrice net, required for a free line
 * @param unitCost what one unit costs us; may stay unknown
 * @param taxCode required for a free line
 */
public record LineData(
    String product,
    String name,
    BigDecimal quantity,
    String unit,
    BigDecimal unitPrice,
    BigDecimal unitCost,
    String taxCode) {

  /** So many of a product at its price. */
  public static LineData of(String product, BigDecimal quantity) {
    return new LineData(product, null, quantity, null, null, null, null);
  }
}
