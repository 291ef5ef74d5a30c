package org.kartoteka.competitors;

/**
 * A product or service that a competitor sells.
 *
 * @param name unique within the competitor; required
 * @param unit what a price is for, such as {@code kg} or {@code month}
 * @param comparableProduct which of our products it stands against
 */
public record ProductData(String name, String category, String unit, String comparableProduct) {

  /** A product of which only the name is known. */
  public static ProductData named(String name) {
    return new ProductData(name, null, null, null);
  }
}
