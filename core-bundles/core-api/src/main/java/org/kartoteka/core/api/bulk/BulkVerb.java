package org.kartoteka.core.api.bulk;

/** What can be done with many parties. */
public enum BulkVerb {
  /** Add tags. */
  TAG,
  /** Take tags off. */
  UNTAG,
  /** Put into a register kept by hand. */
  PUT,
  /** Take out of a register kept by hand. */
  TAKE,
  /** Give to an owner, or to nobody; or share out among several. */
  OWNER,
  /** Change the status. */
  STATUS,
  /** Set a custom field of parties, or clear it. */
  FIELD
}
