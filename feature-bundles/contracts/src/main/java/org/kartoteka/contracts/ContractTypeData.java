package org.kartoteka.contracts;

import java.util.Set;
import org.kartoteka.core.api.trade.Billing;

/**
 * A type of contracts; the terms are proposed for new contracts and may differ there.
 *
 * @param code stands in events, such as {@code monitoring}; cannot be changed
 * @param demands what contracts must say before they are signed
 * @param series from which they get their numbers; null when these are given by hand
 * @param noticeMonths null for none
 * @param renewalMonths by how many months a contract goes on by itself; null when it ends
 * @param billing how lines are invoiced usually: every so many months, 0 once
 * @param due when lines are invoiced usually
 * @param retired whether no new contracts can have it
 */
public record ContractTypeData(
    String code,
    String name,
    Set<Demand> demands,
    NumberSeriesId series,
    Integer noticeMonths,
    Integer renewalMonths,
    Integer billing,
    Billing.Due due,
    boolean retired) {

  public ContractTypeData {
    demands = demands == null ? Set.of() : Set.copyOf(demands);
  }

  /** A plain type. */
  public static ContractTypeData of(String code, String name, NumberSeriesId series) {
    return new ContractTypeData(
        code, name, null, series, null, null, 1, Billing.Due.IN_ADVANCE, false);
  }
}
