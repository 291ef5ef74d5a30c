package org.kartoteka.contracts;

import java.time.LocalDate;
import java.util.List;

/**
 * An order that is to be checked.
 *
 * @param orderedOn the day; today when null
 * @param currency ISO 4217; that of the contract when null
 */
public record Order(LocalDate orderedOn, String currency, List<OrderLine> lines) {

  public Order {
    lines = lines == null ? List.of() : List.copyOf(lines);
  }
}
