package org.kartoteka.sales;

import java.math.BigDecimal;

/**
 * What of a payment goes to a document.
 *
 * @param documentNumber may be null in requests
 * @param amount in the payment's currency; positive settles, negative takes back
 */
public record PaymentShare(DocumentId documentId, String documentNumber, BigDecimal amount) {

  /** So much for the document. */
  public static PaymentShare of(DocumentId documentId, BigDecimal amount) {
    return new PaymentShare(documentId, null, amount);
  }
}
