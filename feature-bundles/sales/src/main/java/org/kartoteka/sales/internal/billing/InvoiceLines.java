package org.kartoteka.sales.internal.billing;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.kartoteka.core.api.trade.DocumentRef;
import org.kartoteka.sales.InvoiceTemplates;
import org.kartoteka.sales.LineView;
import org.kartoteka.sales.ProductView;
import org.kartoteka.sales.internal.data.BillingRows.Due;
import org.kartoteka.sales.internal.domain.DayRates;
import org.kartoteka.sales.internal.domain.DocumentRules;
import org.kartoteka.sales.internal.domain.Taxation;
import org.kartoteka.sales.internal.domain.Term;

/**
 * Writes the lines of recurring invoices.
 *
 * @param products those that are named, by code
 * @param usualTax the code of the rate for what has none
 * @param day on which the rates of tax hold
 */
record InvoiceLines(
    Map<String, ProductView> products, DayRates rates, String usualTax, LocalDate day) {

  /** The rate of tax; empty when there is none on the day. */
  Optional<Taxation.Rate> rate(Due due) {
    ProductView product = product(due);
    String ofProduct = product == null ? usualTax : product.taxCode();
    return rates.on(due.taxCode() == null ? ofProduct : due.taxCode(), day);
  }

  /** The lines of an invoice with their taxes. */
  List<LineView> invoice(List<DueAmount> amounts) {
    List<LineView> lines = new ArrayList<>();
    for (DueAmount amount : amounts) {
      Term term = amount.due().owed() == null ? null : amount.due().owed().latest();
      boolean asAgreed = !amount.isDifference() && amount.due().owed().isWhole();
      lines.add(
          asAgreed
              ? line(lines.size() + 1, amount, term.quantity(), term.unit(), term.unitPrice())
              : line(lines.size() + 1, amount, BigDecimal.ONE, null, amount.net().amount()));
    }
    return DocumentRules.taxed(lines, amounts.get(0).net().currency());
  }

  private LineView line(
      int position, DueAmount amount, BigDecimal quantity, String unit, BigDecimal price) {
    Due due = amount.due();
    ProductView product = product(due);
    Taxation.Rate rate = rate(due).orElseThrow();
    boolean template = due.contract().source().equals(InvoiceTemplates.TYPE);
    DocumentRef contract = template ? null : due.contract();
    return new LineView(
        position,
        product == null ? null : product.id(),
        due.product(),
        product == null ? null : product.groupId(),
        due.name(),
        quantity,
        unit,
        price,
        null,
        amount.net().amount(),
        rate.code(),
        rate.percent(),
        null,
        amount.cost(),
        contract,
        template ? null : due.line(),
        due.packageType(),
        amount.from(),
        amount.until());
  }

  private ProductView product(Due due) {
    return due.product() == null ? null : products.get(due.product());
  }
}
