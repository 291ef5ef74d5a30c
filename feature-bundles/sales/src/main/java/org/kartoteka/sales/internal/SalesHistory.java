package org.kartoteka.sales.internal;

import java.util.Set;
import org.kartoteka.platform.api.history.HistoryGuard;
import org.kartoteka.platform.api.problem.NotFound;
import org.kartoteka.platform.api.security.AccessControl;
import org.kartoteka.sales.Books;
import org.kartoteka.sales.Catalogue;
import org.kartoteka.sales.DocumentId;
import org.kartoteka.sales.InvoiceTemplates;
import org.kartoteka.sales.PaymentId;
import org.kartoteka.sales.Payments;
import org.kartoteka.sales.SalesDocuments;
import org.kartoteka.sales.internal.data.SalesPermissions;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * The history of sales is for those who may read documents; that of documents and payments only for
 * those whose rights reach the party.
 */
@Component
public final class SalesHistory implements HistoryGuard {

  private final AccessControl access;
  private final SalesDocuments documents;
  private final Payments payments;

  @Activate
  public SalesHistory(
      @Reference AccessControl access,
      @Reference SalesDocuments documents,
      @Reference Payments payments) {
    this.access = access;
    this.documents = documents;
    this.payments = payments;
  }

  @Override
  public Set<String> types() {
    return Set.of(
        Catalogue.PRODUCT,
        Catalogue.GROUP,
        SalesDocuments.TYPE,
        Payments.TYPE,
        InvoiceTemplates.TYPE,
        Books.TYPE,
        TaxRateService.TYPE,
        ExchangeRateService.TYPE,
        SeriesService.TYPE);
  }

  @Override
  public void requireReadable(String type, String id) {
    access.require(
        type.equals(InvoiceTemplates.TYPE) ? SalesPermissions.RUN : SalesPermissions.READ);
    if (!type.equals(SalesDocuments.TYPE) && !type.equals(Payments.TYPE)) {
      return;
    }
    if (!id.matches("\\d{1,18}")) {
      throw new NotFound(type, id);
    }
    long number = Long.parseLong(id);
    if (type.equals(SalesDocuments.TYPE)) {
      documents.get(new DocumentId(number));
    } else {
      payments.get(new PaymentId(number));
    }
  }
}
