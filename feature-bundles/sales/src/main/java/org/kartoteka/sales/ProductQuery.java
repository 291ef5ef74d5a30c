package org.kartoteka.sales;

/**
 * Which products are wanted; null means any.
 *
 * @param group those of the group and of all groups below it
 * @param active whether only those that can be sold
 */
public record ProductQuery(String text, ProductGroupId group, ProductKind kind, boolean active) {

  /** All products. */
  public static ProductQuery all() {
    return new ProductQuery(null, null, null, false);
  }
}
