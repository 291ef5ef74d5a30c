package org.kartoteka.sales.internal.domain;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.kartoteka.platform.api.money.Money;
import org.kartoteka.platform.api.problem.Findings;
import org.kartoteka.sales.CorrectionData.CorrectedLine;
import org.kartoteka.sales.LineView;

/**
 * The lines of a credit note: what each line of an invoice is to be, less what it is by the invoice
 * and the corrections before. The tax of each rate is that of the corrected invoice less what it
 * was, so that an invoice of which nothing is left owes no tax either.
 */
public final class Correction {

  private static final int PRICE_DECIMALS = 6;

  private final Map<Integer, LineView> now = new LinkedHashMap<>();
  private final Currency currency;

  /**
   * The correction of an invoice.
   *
   * @param invoice its lines
   * @param before the lines of the corrections before
   */
  public Correction(List<LineView> invoice, List<LineView> before, Currency currency) {
    this.currency = currency;
    invoice.forEach(line -> now.put(line.position(), line));
    before.forEach(line -> now.computeIfPresent(line.position(), (at, held) -> sum(held, line)));
  }

  /** The lines as they stand before this correction. */
  public List<LineView> standing() {
    return List.copyOf(now.values());
  }

  /** Corrects all lines to nothing. */
  public List<CorrectedLine> all() {
    return now.values().stream()
        .map(line -> new CorrectedLine(line.position(), BigDecimal.ZERO, null))
        .toList();
  }

  /**
   * By how much a line is lowered, whatever its quantity.
   *
   * @param net negative
   * @param cost by how much what it costs us changes; null when that is not known
   */
  public record Lowered(int position, BigDecimal net, BigDecimal cost) {}

  /** The differences of lines that are lowered, each named once. */
  public List<LineView> lowered(List<Lowered> wanted) {
    Map<Integer, LineView> after = new LinkedHashMap<>(now);
    List<LineView> changed = new ArrayList<>();
    for (Lowered one : wanted) {
      LineView held = now.get(one.position());
      LineView difference = difference(held, one);
      changed.add(difference);
      after.put(one.position(), sum(held, difference));
    }
    return taxed(changed, after.values());
  }

  private static LineView difference(LineView held, Lowered by) {
    BigDecimal net = held.net().add(by.net());
    BigDecimal price =
        held.quantity().signum() == 0
            ? held.unitPrice()
            : net.divide(held.quantity(), PRICE_DECIMALS, RoundingMode.HALF_UP);
    return line(held, BigDecimal.ZERO, price, by.net(), BigDecimal.ZERO, by.cost());
  }

  /** The differences; notes what cannot be corrected. */
  public List<LineView> differences(List<CorrectedLine> wanted, Findings findings) {
    Map<Integer, LineView> after = new LinkedHashMap<>(now);
    List<LineView> changed = new ArrayList<>();
    int at = 0;
    for (CorrectedLine line : wanted) {
      String field = "lines[" + at++ + "]";
      LineView held = now.get(line.position());
      if (held == null || after.get(line.position()) != held) {
        findings.add(
            field + ".position", held == null ? "unknownLine" : "duplicate", line.position());
        continue;
      }
      LineView difference = difference(held, line, findings, field);
      if (difference.net().signum() != 0 || difference.quantity().signum() != 0) {
        changed.add(difference);
        after.put(line.position(), sum(held, difference));
      }
    }
    return taxed(changed, after.values());
  }

  private LineView difference(
      LineView held, CorrectedLine wanted, Findings findings, String field) {
    BigDecimal quantity = wanted.quantity() == null ? held.quantity() : wanted.quantity();
    BigDecimal price = wanted.unitPrice() == null ? held.unitPrice() : wanted.unitPrice();
    if (quantity.signum() != 0 && quantity.signum() != held.quantity().signum()) {
      findings.add(field + ".quantity", "otherSign");
    }
    if (price.signum() < 0 && held.unitPrice().signum() >= 0) {
      findings.add(field + ".unitPrice", "negative");
    }
    CatalogueRules.number(field + ".quantity", quantity, findings);
    CatalogueRules.number(field + ".unitPrice", price, findings);
    boolean same =
        quantity.compareTo(held.quantity()) == 0 && price.compareTo(held.unitPrice()) == 0;
    BigDecimal net = same ? held.net() : rounded(quantity.multiply(price));
    BigDecimal less = quantity.subtract(held.quantity());
    return line(held, less, price, net.subtract(held.net()), BigDecimal.ZERO, cost(held, less));
  }

  /** What so much less costs less: that of its units, else its share of what the line costs. */
  private BigDecimal cost(LineView held, BigDecimal less) {
    if (held.unitCost() != null) {
      return rounded(less.multiply(held.unitCost()));
    }
    if (held.cost() == null || held.quantity().signum() == 0) {
      return held.cost() == null ? null : BigDecimal.ZERO;
    }
    BigDecimal share = held.cost().multiply(less);
    return rounded(share.divide(held.quantity(), 2 * PRICE_DECIMALS, RoundingMode.HALF_UP));
  }

  private List<LineView> taxed(List<LineView> changed, Iterable<LineView> after) {
    Map<Taxation.Rate, BigDecimal> taxes = new LinkedHashMap<>();
    Map<Taxation.Rate, BigDecimal> nets = new LinkedHashMap<>();
    changed.forEach(line -> nets.put(rate(line), BigDecimal.ZERO));
    after.forEach(line -> nets.computeIfPresent(rate(line), (rate, net) -> net.add(line.net())));
    nets.forEach((rate, net) -> taxes.put(rate, Taxation.tax(net, rate, currency)));
    now.values()
        .forEach(
            line -> taxes.computeIfPresent(rate(line), (rate, tax) -> tax.subtract(line.tax())));
    List<BigDecimal> shares =
        Taxation.shared(
            changed.stream().map(line -> new Taxation.Taxed(line.net(), rate(line))).toList(),
            taxes,
            currency);
    List<LineView> lines = new ArrayList<>();
    for (int at = 0; at < changed.size(); at++) {
      LineView line = changed.get(at);
      lines.add(
          line(line, line.quantity(), line.unitPrice(), line.net(), shares.get(at), line.cost()));
    }
    return lines;
  }

  private BigDecimal rounded(BigDecimal amount) {
    return new Money(amount, currency).rounded().amount();
  }

  private static Taxation.Rate rate(LineView line) {
    return new Taxation.Rate(line.taxCode(), line.taxPercent());
  }

  private static LineView sum(LineView line, LineView difference) {
    return line(
        line,
        line.quantity().add(difference.quantity()),
        difference.unitPrice(),
        line.net().add(difference.net()),
        line.tax().add(difference.tax()),
        line.cost() == null || difference.cost() == null
            ? null
            : line.cost().add(difference.cost()));
  }

  private static LineView line(
      LineView like,
      BigDecimal quantity,
      BigDecimal price,
      BigDecimal net,
      BigDecimal tax,
      BigDecimal cost) {
    return new LineView(
        like.position(),
        like.productId(),
        like.product(),
        like.groupId(),
        like.name(),
        quantity,
        like.unit(),
        price,
        like.unitCost(),
        net,
        like.taxCode(),
        like.taxPercent(),
        tax,
        cost,
        like.contract(),
        like.contractLine(),
        like.packageType(),
        like.from(),
        like.until());
  }
}
