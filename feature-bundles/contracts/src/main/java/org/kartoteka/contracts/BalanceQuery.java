package org.kartoteka.contracts;

import java.time.LocalDate;
import org.kartoteka.platform.api.security.BranchId;
import org.kartoteka.platform.api.security.UserId;

/**
 * Which balance is wanted; null means any.
 *
 * @param from the first day
 * @param to the last day
 * @param by by what it is told apart
 */
public record BalanceQuery(
    LocalDate from,
    LocalDate to,
    BalanceDimension by,
    ContractTypeId type,
    String packageType,
    UserId salesperson,
    BranchId branch) {

  /** The whole of a period. */
  public static BalanceQuery of(LocalDate from, LocalDate to, BalanceDimension by) {
    return new BalanceQuery(from, to, by, null, null, null, null);
  }
}
