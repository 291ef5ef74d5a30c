package org.kartoteka.sales;

/** What is sold. */
public enum ProductKind {
  /** Something that is delivered. */
  GOODS,
  /** Something that is done. */
  SERVICE
}
