package org.kartoteka.platform.api.audit;

/**
 * Something that is not as it was written.
 *
 * @param entry the entry; null when it is a seal
 * @param seal the seal it belongs to; null when it belongs to none
 */
public record AuditFinding(Kind kind, Long entry, Long seal) {

  /** What is wrong; its words are the text {@code audit.finding.<name>}. */
  public enum Kind {
    /** The entry was changed after it had been sealed. */
    ENTRY_CHANGED,
    /** A sealed entry is not there any more. */
    ENTRY_MISSING,
    /** An entry was slipped in past the seals. */
    ENTRY_UNSEALED,
    /** The entry was sealed anew although no erasure says so. */
    ENTRY_RESEALED,
    /** The seal does not fit its entries or the seal before it. */
    SEAL_BROKEN,
    /** A seal is not there any more. */
    SEAL_MISSING,
    /** The seal was not made with the key of this installation. */
    SEAL_FOREIGN
  }
}
