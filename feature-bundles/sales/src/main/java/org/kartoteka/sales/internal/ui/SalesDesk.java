package org.kartoteka.sales.internal.ui;

import org.kartoteka.core.api.party.PartyRegister;
import org.kartoteka.platform.api.print.Printer;
import org.kartoteka.platform.api.security.UserDirectory;
import org.kartoteka.sales.Books;
import org.kartoteka.sales.Catalogue;
import org.kartoteka.sales.ExchangeRates;
import org.kartoteka.sales.InvoiceTemplates;
import org.kartoteka.sales.Payments;
import org.kartoteka.sales.RecurringInvoices;
import org.kartoteka.sales.SalesDocuments;
import org.kartoteka.sales.TaxRates;
import org.kartoteka.sales.Turnover;
import org.kartoteka.ui.api.ListExport;
import org.kartoteka.ui.api.Watch;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What the pages of this room work with. */
@Component(service = SalesDesk.class)
public final class SalesDesk {

  private final SalesDocuments documents;
  private final Payments payments;
  private final Catalogue catalogue;
  private final TaxRates taxRates;
  private final ExchangeRates exchange;
  private final RecurringInvoices runs;
  private final InvoiceTemplates templates;
  private final Turnover turnover;
  private final Books books;
  private final PartyRegister parties;
  private final UserDirectory users;
  private final Printer printer;
  private final ListExport export;
  private final Watch watch;

  @Activate
  public SalesDesk(
      @Reference SalesDocuments documents,
      @Reference Payments payments,
      @Reference Catalogue catalogue,
      @Reference TaxRates taxRates,
      @Reference ExchangeRates exchange,
      @Reference RecurringInvoices runs,
      @Reference InvoiceTemplates templates,
      @Reference Turnover turnover,
      @Reference Books books,
      @Reference PartyRegister parties,
      @Reference UserDirectory users,
      @Reference Printer printer,
      @Reference ListExport export,
      @Reference Watch watch) {
    this.documents = documents;
    this.payments = payments;
    this.catalogue = catalogue;
    this.taxRates = taxRates;
    this.exchange = exchange;
    this.runs = runs;
    this.templates = templates;
    this.turnover = turnover;
    this.books = books;
    this.parties = parties;
    this.users = users;
    this.printer = printer;
    this.export = export;
    this.watch = watch;
  }

  SalesDocuments documents() {
    return documents;
  }

  Payments payments() {
    return payments;
  }

  Catalogue catalogue() {
    return catalogue;
  }

  TaxRates taxRates() {
    return taxRates;
  }

  ExchangeRates exchange() {
    return exchange;
  }

  RecurringInvoices runs() {
    return runs;
  }

  InvoiceTemplates templates() {
    return templates;
  }

  Turnover turnover() {
    return turnover;
  }

  Books books() {
    return books;
  }

  PartyRegister parties() {
    return parties;
  }

  UserDirectory users() {
    return users;
  }

  Printer printer() {
    return printer;
  }

  ListExport export() {
    return export;
  }

  Watch watch() {
    return watch;
  }
}
