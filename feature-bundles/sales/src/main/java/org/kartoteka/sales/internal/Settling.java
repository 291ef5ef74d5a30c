package org.kartoteka.sales.internal;

import java.math.BigDecimal;
import java.util.List;
import org.kartoteka.platform.api.act.RecordKeeping;
import org.kartoteka.sales.DocumentView;
import org.kartoteka.sales.internal.data.DocumentRows;
import org.kartoteka.sales.internal.data.PaymentRows;
import org.kartoteka.sales.internal.data.PaymentRows.Settlement;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Lets credit notes settle the invoices they correct, as far as these are open. */
@Component(service = Settling.class)
public final class Settling {

  private final RecordKeeping keeping;
  private final DocumentRows documents;
  private final PaymentRows rows;

  @Activate
  public Settling(
      @Reference RecordKeeping keeping,
      @Reference DocumentRows documents,
      @Reference PaymentRows rows) {
    this.keeping = keeping;
    this.documents = documents;
    this.rows = rows;
  }

  /** Offsets a credit note with its invoice; both are held. */
  public void offset(DocumentView invoice, DocumentView creditNote) {
    BigDecimal amount = creditNote.open().negate().min(invoice.open());
    if (amount.signum() > 0) {
      rows.write(
          List.of(
              Settlement.offset(creditNote.id(), invoice.id(), amount),
              Settlement.offset(creditNote.id(), creditNote.id(), amount.negate())),
          creditNote.issuedOn(),
          "OFFSET",
          keeping.act());
      documents.settle(invoice.id(), amount);
      documents.settle(creditNote.id(), amount.negate());
    }
  }

  /** Offsets what is open of an invoice again with its credit notes. */
  void offsetAgain(DocumentView invoice) {
    for (DocumentView note : documents.corrections(invoice.id())) {
      documents.lock(List.of(note.id()));
      DocumentView now = documents.find(invoice.id()).orElse(invoice);
      documents.find(note.id()).ifPresent(held -> offset(now, held));
    }
  }
}
