package org.kartoteka.core.api.trade;

import java.util.Objects;

/**
 * Names a contract, an invoice, a credit note or a payment of any system for good.
 *
 * @param source the system that keeps the document: the name of a feature such as {@code sales}, or
 *     the one that a system outside chose for itself
 * @param key the document's key there, unique among documents of its kind, never used again
 * @param number what people call it; may be empty, never null
 */
public record DocumentRef(String source, String key, String number) {

  public DocumentRef {
    number = number == null ? "" : number;
  }

  /** Whether both name the same document; what it is called may have been corrected since. */
  public boolean isSame(DocumentRef other) {
    return other != null && Objects.equals(source, other.source) && Objects.equals(key, other.key);
  }
}
