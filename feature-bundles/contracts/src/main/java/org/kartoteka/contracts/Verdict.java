package org.kartoteka.contracts;

/** What a contract says to a line of an order. */
public enum Verdict {
  /** As agreed. */
  CONFORMS,
  /** Less is asked than was agreed. */
  CHEAPER,
  /** More is asked than was agreed. */
  DEARER,
  /** Less than the smallest quantity for which a price was agreed. */
  TOO_FEW,
  /** More than the quantity up to which a price was agreed. */
  TOO_MANY,
  /** Nothing was agreed about the product for that day. */
  NOT_AGREED
}
