package org.kartoteka.sales;

/** Which sort of document it is. */
public enum DocumentKind {
  /** What is owed to us. */
  INVOICE,
  /** Corrects an invoice. */
  CREDIT_NOTE
}
