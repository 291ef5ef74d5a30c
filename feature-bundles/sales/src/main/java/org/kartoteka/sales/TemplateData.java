package org.kartoteka.sales;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import org.kartoteka.core.api.party.PartyId;
import org.kartoteka.core.api.trade.Billing;

/**
 * A template of invoices that many parties get again and again (OPT-14).
 *
 * @param name unique
 * @param startsOn the first day that is paid for
 * @param endsOn the last day; null until further notice
 * @param parties who gets it, at most 20,000 here; null for none of a new template, and of a change
 *     for those that it has
 * @param effectiveOn of a change: from which day on it holds; today when null
 */
public record TemplateData(
    String name,
    Currency currency,
    LocalDate startsOn,
    LocalDate endsOn,
    Billing billing,
    List<TemplateLine> lines,
    List<PartyId> parties,
    LocalDate effectiveOn) {

  public TemplateData {
    lines = lines == null ? List.of() : List.copyOf(lines);
    parties = parties == null ? null : List.copyOf(parties);
  }

  /**
   * What is invoiced.
   *
   * @param name the product's when null
   * @param unitPrice for one unit and one period; the product's when null
   */
  public record TemplateLine(
      String product, String name, BigDecimal quantity, BigDecimal unitPrice) {}
}
