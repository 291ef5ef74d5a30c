package org.kartoteka.sales.internal.domain;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.kartoteka.platform.api.money.Money;

/**
 * The tax of a document: for each rate on the sum of its lines, rounded once. Each line has its
 * rounded share; the one with the largest amount, the first of several, takes what rounding leaves.
 */
public final class Taxation {

  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  private Taxation() {}

  /** What is taxed. */
  public record Taxed(BigDecimal net, Rate rate) {}

  /** At which rate it is taxed. */
  public record Rate(String code, BigDecimal percent) {}

  /** The tax of each line. */
  public static List<BigDecimal> of(List<Taxed> lines, Currency currency) {
    Map<Rate, BigDecimal> nets = new LinkedHashMap<>();
    lines.forEach(line -> nets.merge(line.rate(), line.net(), BigDecimal::add));
    Map<Rate, BigDecimal> taxes = new LinkedHashMap<>();
    nets.forEach((rate, net) -> taxes.put(rate, tax(net, rate, currency)));
    return shared(lines, taxes, currency);
  }

  /** The tax on an amount. */
  public static BigDecimal tax(BigDecimal net, Rate rate, Currency currency) {
    BigDecimal exact = net.multiply(rate.percent()).divide(HUNDRED);
    return new Money(exact, currency).rounded().amount();
  }

  /** Each line's share of the taxes of the rates. */
  static List<BigDecimal> shared(
      List<Taxed> lines, Map<Rate, BigDecimal> taxes, Currency currency) {
    List<BigDecimal> shares = new ArrayList<>();
    Map<Rate, BigDecimal> rests = new LinkedHashMap<>(taxes);
    Map<Rate, Integer> largest = new LinkedHashMap<>();
    for (int at = 0; at < lines.size(); at++) {
      Taxed line = lines.get(at);
      BigDecimal share = tax(line.net(), line.rate(), currency);
      shares.add(share);
      rests.merge(line.rate(), share.negate(), BigDecimal::add);
      Integer before = largest.get(line.rate());
      if (before == null || line.net().abs().compareTo(lines.get(before).net().abs()) > 0) {
        largest.put(line.rate(), at);
      }
    }
    largest.forEach((rate, at) -> shares.set(at, shares.get(at).add(rests.get(rate))));
    return shares;
  }
}
