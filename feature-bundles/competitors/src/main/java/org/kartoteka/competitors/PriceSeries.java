package org.kartoteka.competitors;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/**
 * How the price of one product in one currency went.
 *
 * @param name the product's name
 * @param points one for each day, the mean of what was observed on it, in order of days
 */
public record PriceSeries(
    ProductId productId,
    String name,
    String competitorName,
    String unit,
    String currency,
    List<Point> points) {

  public PriceSeries {
    points = List.copyOf(points);
  }

  /** The price of a day. */
  public record Point(LocalDate date, BigDecimal amount) {}
}
