package org.kartoteka.commissions.internal.domain;

import java.math.BigDecimal;

/** What was reckoned so far. */
public record Total(BigDecimal base, BigDecimal amount) {

  public static final Total ZERO = new Total(BigDecimal.ZERO, BigDecimal.ZERO);

  /** The sum. */
  public Total plus(BigDecimal moreBase, BigDecimal moreAmount) {
    return new Total(base.add(moreBase), amount.add(moreAmount));
  }
}
