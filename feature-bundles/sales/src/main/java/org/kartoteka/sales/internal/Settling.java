package org.kartoteka.sales.internal;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.kartoteka.platform.api.act.RecordKeeping;
import org.kartoteka.platform.api.problem.NotFound;
import org.kartoteka.sales.DocumentId;
import org.kartoteka.sales.DocumentView;
import org.kartoteka.sales.SalesDocuments;
import org.kartoteka.sales.internal.data.DocumentRows;
import org.kartoteka.sales.internal.data.PaymentRows;
import org.kartoteka.sales.internal.data.PaymentRows.Settlement;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Lets credit notes settle the invoices they correct, as far as these are open; an invoice of which
 * they leave nothing is cancelled.
 */
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

  /** Holds the invoices which credit notes among the documents correct. */
  void hold(List<DocumentView> some) {
    List<DocumentId> invoices = corrected(some);
    if (!invoices.isEmpty()) {
      documents.lock(invoices);
    }
  }

  /** Lets the credit notes among documents that were just posted take effect. */
  void credit(List<DocumentView> posted) {
    List<DocumentId> invoices = corrected(posted);
    if (!invoices.isEmpty()) {
      posted.stream()
          .filter(document -> document.correctsId() != null)
          .forEach(note -> offset(invoice(note.correctsId()), note, note.issuedOn()));
      documents.cancelEmptied(invoices);
    }
  }

  /** Offsets what is open of an invoice again with its credit notes. */
  void offsetAgain(DocumentId invoice, LocalDate day) {
    List<DocumentView> notes = documents.corrections(invoice);
    documents.lock(notes.stream().map(DocumentView::id).toList());
    for (DocumentView note : documents.corrections(invoice)) {
      offset(invoice(invoice), note, day);
    }
  }

  private DocumentView invoice(DocumentId id) {
    return documents.find(id).orElseThrow(() -> new NotFound(SalesDocuments.TYPE, id.value()));
  }

  private static List<DocumentId> corrected(List<DocumentView> some) {
    return some.stream().map(DocumentView::correctsId).filter(Objects::nonNull).distinct().toList();
  }

  private void offset(DocumentView invoice, DocumentView creditNote, LocalDate day) {
    BigDecimal amount = creditNote.open().negate().min(invoice.open());
    if (amount.signum() > 0) {
      rows.write(
          List.of(
              Settlement.offset(creditNote.id(), invoice.id(), amount),
              Settlement.offset(creditNote.id(), creditNote.id(), amount.negate())),
          day,
          "OFFSET",
          keeping.act());
      documents.settle(invoice.id(), amount);
      documents.settle(creditNote.id(), amount.negate());
    }
  }
}
