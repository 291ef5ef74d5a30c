package org.kartoteka.contracts;

import java.util.Set;
import org.kartoteka.core.api.trade.Billing;
import org.kartoteka.platform.api.http.Versioned;

/** A type of contracts; see {@link ContractTypeData} for the fields. */
public record ContractTypeView(
    ContractTypeId id,
    long revision,
    String code,
    String name,
    Set<Demand> demands,
    NumberSeriesId series,
    Integer noticeMonths,
    Integer renewalMonths,
    Integer billing,
    Billing.Due due,
    boolean retired)
    implements Versioned {

  public ContractTypeView {
    demands = demands == null ? Set.of() : Set.copyOf(demands);
  }

  /** What people can change of it. */
  public ContractTypeData data() {
    return new ContractTypeData(
        code, name, demands, series, noticeMonths, renewalMonths, billing, due, retired);
  }
}
