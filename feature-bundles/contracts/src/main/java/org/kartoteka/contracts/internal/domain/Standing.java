package org.kartoteka.contracts.internal.domain;

import java.time.LocalDate;
import org.kartoteka.contracts.ContractState;

/** Where a contract stands on a day. */
public final class Standing {

  private Standing() {}

  /**
   * The state.
   *
   * @param signed whether it was signed
   * @param terminated whether its end was declared
   */
  public static ContractState of(
      Validity validity, boolean signed, boolean terminated, LocalDate day) {
    if (!signed) {
      return ContractState.DRAFT;
    }
    boolean over =
        validity.endsOn() != null
            && day.isAfter(validity.endsOn())
            && (terminated || !validity.renewsItself());
    if (over) {
      return terminated ? ContractState.TERMINATED : ContractState.EXPIRED;
    }
    if (terminated) {
      return ContractState.UNDER_NOTICE;
    }
    return day.isBefore(validity.startsOn()) ? ContractState.UPCOMING : ContractState.ACTIVE;
  }
}
