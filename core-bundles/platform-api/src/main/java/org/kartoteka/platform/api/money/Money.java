package org.kartoteka.platform.api.money;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Objects;

/**
 * An amount with its currency, exact until {@link #rounded} is asked for.
 *
 * @param currency ISO 4217
 */
public record Money(BigDecimal amount, Currency currency) {

  public Money {
    Objects.requireNonNull(amount, "amount");
    Objects.requireNonNull(currency, "currency");
  }

  /** Nothing of a currency. */
  public static Money zero(Currency currency) {
    return new Money(BigDecimal.ZERO, currency).rounded();
  }

  /**
   * Rounded half up, away from zero, to the smallest unit of the currency (ISO 4217). The one place
   * where amounts are rounded.
   */
  public Money rounded() {
    int digits = Math.max(0, currency.getDefaultFractionDigits());
    return new Money(amount.setScale(digits, RoundingMode.HALF_UP), currency);
  }

  /**
   * The sum, exact.
   *
   * @throws IllegalArgumentException when the currencies differ
   */
  public Money plus(Money other) {
    return new Money(amount.add(same(other).amount), currency);
  }

  /**
   * The difference, exact.
   *
   * @throws IllegalArgumentException when the currencies differ
   */
  public Money minus(Money other) {
    return new Money(amount.subtract(same(other).amount), currency);
  }

  /** The same amount the other way. */
  public Money negated() {
    return new Money(amount.negate(), currency);
  }

  /** So many times the amount, exact. */
  public Money times(BigDecimal factor) {
    return new Money(amount.multiply(factor), currency);
  }

  /** -1, 0 or 1, as the amount is below, at or above zero. */
  public int signum() {
    return amount.signum();
  }

  /**
   * Shares the amount out by weights; each share is rounded, and the sum of the shares is the
   * rounded amount.
   *
   * @param weights none negative, their sum not zero
   * @param restTo the index of the share that takes what rounding leaves
   */
  public List<Money> split(List<BigDecimal> weights, int restTo) {
    BigDecimal sum = weights.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    Money whole = rounded();
    int digits = whole.amount.scale();
    List<Money> shares = new ArrayList<>();
    Money rest = whole;
    for (BigDecimal weight : weights) {
      BigDecimal share = whole.amount.multiply(weight).divide(sum, digits, RoundingMode.HALF_UP);
      shares.add(new Money(share, currency));
      rest = rest.minus(shares.get(shares.size() - 1));
    }
    shares.set(restTo, shares.get(restTo).plus(rest));
    return shares;
  }

  private Money same(Money other) {
    if (!currency.equals(other.currency)) {
      throw new IllegalArgumentException(currency + " and " + other.currency);
    }
    return other;
  }
}
