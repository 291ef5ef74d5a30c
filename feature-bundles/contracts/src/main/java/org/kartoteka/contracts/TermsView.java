package org.kartoteka.contracts;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.kartoteka.platform.api.security.BranchId;
import org.kartoteka.platform.api.security.UserId;

/**
 * What holds on a day.
 *
 * @param since the day from which it holds
 * @param annexId the annex that made it so; null for what was signed at first
 * @param monthlyAmount what is owed for a month
 */
public record TermsView(
    LocalDate day,
    LocalDate since,
    AnnexId annexId,
    String annex,
    String packageType,
    UserId salespersonId,
    BranchId branchId,
    String currency,
    BigDecimal monthlyAmount,
    BigDecimal monthlyCost,
    List<LineData> lines) {

  public TermsView {
    lines = List.copyOf(lines);
  }
}
