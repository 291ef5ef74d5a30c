package org.kartoteka.contracts.internal;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.kartoteka.contracts.BalanceDimension;
import org.kartoteka.contracts.BalanceQuery;
import org.kartoteka.contracts.BalanceRow;
import org.kartoteka.contracts.ContractBalance;
import org.kartoteka.contracts.MovementQuery;
import org.kartoteka.contracts.MovementView;
import org.kartoteka.contracts.internal.data.ContractPermissions;
import org.kartoteka.contracts.internal.data.MovementRows;
import org.kartoteka.contracts.internal.domain.Months;
import org.kartoteka.platform.api.act.RecordKeeping;
import org.kartoteka.platform.api.data.Page;
import org.kartoteka.platform.api.data.PageRequest;
import org.kartoteka.platform.api.problem.Findings;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Contracts gained and lost. */
@Component
public final class BalanceService implements ContractBalance {

  private static final int MOST_YEARS = 20;

  private final RecordKeeping records;
  private final MovementRows rows;

  @Activate
  public BalanceService(@Reference RecordKeeping records, @Reference MovementRows rows) {
    this.records = records;
    this.rows = rows;
  }

  @Override
  public List<BalanceRow> balance(BalanceQuery query) {
    return records.with(
        ContractPermissions.READ,
        () -> {
          check(query);
          List<BalanceRow> moved = rows.balance(query);
          return query.by() == BalanceDimension.MONTH
              ? Months.of(moved, YearMonth.from(query.from()), YearMonth.from(query.to()))
              : moved;
        });
  }

  @Override
  public Page<MovementView> movements(MovementQuery query, PageRequest request) {
    return records.with(ContractPermissions.READ, () -> rows.page(query, request));
  }

  private static void check(BalanceQuery query) {
    Findings findings = new Findings();
    LocalDate from = findings.day("from", findings.required("from", query.from()));
    LocalDate to = findings.day("to", findings.required("to", query.to()));
    if (from != null && to != null) {
      if (to.isBefore(from)) {
        findings.add("to", "beforeStart");
      } else if (to.isAfter(from.plusYears(MOST_YEARS))) {
        findings.add("to", "periodTooLong", MOST_YEARS);
      }
    }
    findings.throwIfAny();
  }
}
