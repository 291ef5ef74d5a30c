package org.kartoteka.sales.internal.domain;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** Shares an amount out among what is open, in the order given. */
public final class Allotment {

  private Allotment() {}

  /**
   * What each gets: never more than is open, together never more than there is.
   *
   * @param open none negative
   */
  public static List<BigDecimal> of(BigDecimal amount, List<BigDecimal> open) {
    List<BigDecimal> shares = new ArrayList<>();
    BigDecimal left = amount;
    for (BigDecimal one : open) {
      BigDecimal share = left.min(one);
      shares.add(share);
      left = left.subtract(share);
    }
    return shares;
  }
}
