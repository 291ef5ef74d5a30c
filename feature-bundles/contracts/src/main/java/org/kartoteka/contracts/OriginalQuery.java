package org.kartoteka.contracts;

import org.kartoteka.platform.api.security.UserId;

/**
 * Which papers are wanted; null means any.
 *
 * @param missing whether only those that have not come
 * @param unasked whether only those for which nobody has asked
 */
public record OriginalQuery(
    ContractId contract, UserId responsible, boolean missing, boolean unasked) {

  /** Those that have not come. */
  public static OriginalQuery missing(UserId responsible) {
    return new OriginalQuery(null, responsible, true, false);
  }

  /** Those of a contract and its annexes. */
  public static OriginalQuery of(ContractId contract) {
    return new OriginalQuery(contract, null, false, false);
  }
}
