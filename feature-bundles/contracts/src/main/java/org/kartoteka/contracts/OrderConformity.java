package org.kartoteka.contracts;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/**
 * Whether an order is as the contract says (ALF-16).
 *
 * @param inForce whether the contract holds on the day of the order
 * @param currencyAgreed whether the order is in the contract's currency
 * @param conforms whether everything is as agreed
 */
public record OrderConformity(
    LocalDate day,
    boolean inForce,
    boolean currencyAgreed,
    boolean conforms,
    List<LineConformity> lines) {

  public OrderConformity {
    lines = List.copyOf(lines);
  }

  /**
   * A line of the order.
   *
   * @param position from 1
   * @param agreedPrice null when nothing was agreed
   * @param agreedIn the name of the appendix; null when a line of the contract itself says it
   */
  public record LineConformity(
      int position, String product, Verdict verdict, BigDecimal agreedPrice, String agreedIn) {}
}
