package org.kartoteka.sales;

import java.time.LocalDate;
import java.util.List;
import org.kartoteka.platform.api.data.ExpectedRevision;
import org.kartoteka.platform.api.data.Page;
import org.kartoteka.platform.api.data.PageRequest;
import org.kartoteka.platform.api.print.PrintedDocument;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Invoices and what corrects them. An invoice is a draft first; posting gives it its number and is
 * never undone, a posted invoice is corrected by credit notes alone. Reading needs {@code
 * sales.document.read}, drafts {@code sales.document.change}, posting and correcting {@code
 * sales.document.post}; what belongs to parties out of reach does not exist.
 *
 * <p>The tax is computed for each rate on the sum of the document's lines of that rate, rounded
 * once; each line has its rounded share, the largest takes the rest.
 */
@ProviderType
public interface SalesDocuments {

  /** The type of documents in references. */
  String TYPE = "sales.document";

  /** Writes a draft of an invoice. */
  DocumentView draft(InvoiceData data);

  /** Changes a draft. */
  DocumentView change(DocumentId id, ExpectedRevision revision, InvoiceData data);

  /** Removes a draft; what it invoiced of contracts is invoiced by the next run. */
  void remove(DocumentId id, ExpectedRevision revision);

  /**
   * Posts a draft: it gets the next number of its series.
   *
   * @throws org.kartoteka.platform.api.problem.Refused when it is posted already, its day lies in a
   *     closed period, or the party's status forbids it
   */
  DocumentView post(DocumentId id, ExpectedRevision revision);

  /** Posts drafts in their order, all or none. */
  List<DocumentView> postAll(List<DocumentId> ids);

  /**
   * Posts all drafts that match, the oldest first, some hundreds in a transaction.
   *
   * @return how many were posted
   */
  long postDrafts(DocumentQuery query);

  /** Corrects a posted invoice by a credit note, which is posted at once. */
  DocumentView correct(DocumentId id, ExpectedRevision revision, CorrectionData data);

  /** Corrects all lines of a posted invoice to nothing. */
  DocumentView cancel(DocumentId id, ExpectedRevision revision, LocalDate issuedOn, String reason);

  /**
   * One document with its lines.
   *
   * @throws org.kartoteka.platform.api.problem.NotFound when there is none
   */
  DocumentView get(DocumentId id);

  /** The lines of a posted invoice as they stand after its corrections. */
  List<LineView> standing(DocumentId id);

  /** The credit notes of an invoice, the oldest first. */
  List<DocumentView> corrections(DocumentId id);

  /**
   * A page of documents without their lines. Sorts: {@code issuedOn} (default, the latest first),
   * {@code number}, {@code gross}.
   */
  Page<DocumentView> page(DocumentQuery query, PageRequest request);

  /** How many match, counted up to the given number at most. */
  long count(DocumentQuery query, long atMost);

  /** The document as it is printed in the party's language. */
  PrintedDocument printed(DocumentId id);
}
