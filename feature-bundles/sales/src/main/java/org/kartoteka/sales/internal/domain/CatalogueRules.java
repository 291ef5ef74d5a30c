package org.kartoteka.sales.internal.domain;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.Locale;
import org.kartoteka.platform.api.problem.Findings;
import org.kartoteka.sales.ExchangeRate;
import org.kartoteka.sales.ProductData;
import org.kartoteka.sales.ProductGroupData;
import org.kartoteka.sales.ProductKind;
import org.kartoteka.sales.TaxRate;

/** What can stand in the catalogue; each rule answers the data in their normal form. */
public final class CatalogueRules {

  private static final int CODE = 40;
  private static final int NAME = 300;
  private static final int UNIT = 30;
  private static final int WHOLE_DIGITS = 12;
  private static final int DECIMALS = 6;

  /** The decimals of a rate of exchange: a hundredth of a small unit has eight that count. */
  public static final int RATE_DECIMALS = 10;

  private CatalogueRules() {}

  /** A product. */
  public static ProductData normal(ProductData given, Findings findings) {
    return new ProductData(
        code("code", given.code(), findings),
        findings.requiredLine("name", given.name(), NAME),
        given.kind() == null ? ProductKind.GOODS : given.kind(),
        findings.line("unit", given.unit(), UNIT),
        price("price", findings.required("price", given.price()), findings),
        price("cost", given.cost(), findings),
        findings.required("currency", given.currency()),
        findings.requiredLine("taxCode", given.taxCode(), CODE),
        given.groupId(),
        given.active());
  }

  /** A group. */
  public static ProductGroupData normal(ProductGroupData given, Findings findings) {
    return new ProductGroupData(
        code("code", given.code(), findings),
        findings.requiredLine("name", given.name(), NAME),
        given.parentId());
  }

  /** A rate of tax. */
  public static TaxRate normal(TaxRate given, Findings findings) {
    return new TaxRate(
        findings.requiredLine("code", given.code(), CODE),
        findings.day("validFrom", findings.required("validFrom", given.validFrom())),
        findings.percent("percent", findings.required("percent", given.percent())));
  }

  /** A rate of exchange. */
  public static ExchangeRate normal(ExchangeRate given, Currency home, Findings findings) {
    LocalDate day = findings.day("day", findings.required("day", given.day()));
    findings.required("currency", given.currency());
    if (home.equals(given.currency())) {
      findings.add("currency", "isHomeCurrency", home.getCurrencyCode());
    }
    BigDecimal rate = findings.required("rate", given.rate());
    if (rate != null && rate.signum() <= 0) {
      findings.add("rate", "positive");
    }
    return new ExchangeRate(given.currency(), day, number("rate", rate, RATE_DECIMALS, findings));
  }

  /** A price or a cost that is not negative. */
  static BigDecimal price(String field, BigDecimal value, Findings findings) {
    if (value != null && value.signum() < 0) {
      findings.add(field, "negative");
    }
    return number(field, value, findings);
  }

  /** A number with twelve digits and six decimals at most. */
  static BigDecimal number(String field, BigDecimal value, Findings findings) {
    return number(field, value, DECIMALS, findings);
  }

  private static BigDecimal number(
      String field, BigDecimal value, int decimals, Findings findings) {
    if (value != null
        && (value.precision() - value.scale() > WHOLE_DIGITS || value.scale() > decimals)) {
      findings.add(field, "amount", WHOLE_DIGITS, decimals);
    }
    return value;
  }

  private static String code(String field, String value, Findings findings) {
    String code = findings.requiredLine(field, value, CODE);
    return code == null ? null : code.toUpperCase(Locale.ROOT);
  }
}
