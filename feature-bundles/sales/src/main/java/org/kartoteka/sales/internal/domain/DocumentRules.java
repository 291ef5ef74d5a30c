package org.kartoteka.sales.internal.domain;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.kartoteka.platform.api.money.Money;
import org.kartoteka.platform.api.problem.Findings;
import org.kartoteka.sales.LineData;
import org.kartoteka.sales.LineView;
import org.kartoteka.sales.ProductView;

/** How the lines of an invoice are made of what was written down. */
public final class DocumentRules {

  private static final int MOST_LINES = 1000;
  private static final int NAME = 300;
  private static final int UNIT = 30;

  private final Map<String, ProductView> products;
  private final DayRates rates;
  private final Currency currency;
  private final LocalDate day;

  /**
   * The rules for one document.
   *
   * @param products those that are named, by code
   * @param day on which its rates of tax hold
   */
  public DocumentRules(
      Map<String, ProductView> products, DayRates rates, Currency currency, LocalDate day) {
    this.products = products;
    this.rates = rates;
    this.currency = currency;
    this.day = day;
  }

  /** The lines with their taxes; what is wrong is noted. */
  public List<LineView> lines(List<LineData> given, Findings findings) {
    findings.atMost("lines", given, MOST_LINES);
    List<LineView> lines = new ArrayList<>();
    for (int at = 0; at < given.size(); at++) {
      lines.add(line(at + 1, given.get(at), "lines[" + at + "].", findings));
    }
    return findings.errors().isEmpty() ? taxed(lines, currency) : lines;
  }

  /** The lines with the tax of the document they stand on. */
  public static List<LineView> taxed(List<LineView> lines, Currency currency) {
    List<BigDecimal> taxes =
        Taxation.of(
            lines.stream()
                .map(
                    line ->
                        new Taxation.Taxed(
                            line.net(), new Taxation.Rate(line.taxCode(), line.taxPercent())))
                .toList(),
            currency);
    List<LineView> taxed = new ArrayList<>();
    for (int at = 0; at < lines.size(); at++) {
      taxed.add(lines.get(at).taxed(taxes.get(at)));
    }
    return taxed;
  }

  private LineView line(int position, LineData given, String field, Findings findings) {
    String code = findings.line(field + "product", given.product(), NAME);
    ProductView product = code == null ? null : products.get(code);
    if (code != null && product == null) {
      findings.add(field + "product", "unknownProductCode", code);
    }
    boolean priced = product != null && product.currency().equals(currency);
    if (product != null && !priced && given.unitPrice() == null) {
      findings.add(field + "unitPrice", "otherCurrency", product.currency().getCurrencyCode());
    }
    String name = findings.line(field + "name", given.name(), NAME);
    String taxCode =
        given.taxCode() == null && product != null ? product.taxCode() : given.taxCode();
    BigDecimal quantity = findings.required(field + "quantity", given.quantity());
    BigDecimal price = given.unitPrice() == null && priced ? product.price() : given.unitPrice();
    BigDecimal cost = given.unitCost() == null && priced ? product.cost() : given.unitCost();
    if (product == null && code == null) {
      findings.required(field + "name", name);
      findings.required(field + "unitPrice", price);
      findings.required(field + "taxCode", taxCode);
    }
    if (quantity != null && quantity.signum() == 0) {
      findings.add(field + "quantity", "notZero");
    }
    CatalogueRules.number(field + "quantity", quantity, findings);
    CatalogueRules.number(field + "unitPrice", price, findings);
    CatalogueRules.price(field + "unitCost", cost, findings);
    return new LineView(
        position,
        product == null ? null : product.id(),
        product == null ? null : product.code(),
        product == null ? null : product.groupId(),
        name == null && product != null ? product.name() : name,
        quantity,
        given.unit() == null && product != null
            ? product.unit()
            : findings.line(field + "unit", given.unit(), UNIT),
        price,
        cost,
        rounded(quantity, price),
        taxCode,
        percent(taxCode, field, findings),
        null,
        cost == null ? null : rounded(quantity, cost),
        null,
        null,
        null,
        null,
        null);
  }

  private BigDecimal percent(String code, String field, Findings findings) {
    if (code == null) {
      return null;
    }
    Optional<Taxation.Rate> rate = rates.on(code, day);
    if (rate.isEmpty()) {
      findings.add(field + "taxCode", "unknownTaxRate", code);
    }
    return rate.map(Taxation.Rate::percent).orElse(null);
  }

  private BigDecimal rounded(BigDecimal quantity, BigDecimal price) {
    return quantity == null || price == null
        ? null
        : new Money(quantity.multiply(price), currency).rounded().amount();
  }
}
