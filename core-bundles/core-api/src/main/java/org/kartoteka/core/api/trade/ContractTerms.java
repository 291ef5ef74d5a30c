package org.kartoteka.core.api.trade;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.function.Function;
import org.kartoteka.platform.api.security.BranchId;
import org.kartoteka.platform.api.security.UserId;

/**
 * What holds between the parties of a contract.
 *
 * @param type the code of the contract's type, such as {@code monitoring}
 * @param packageType the code of the package that was bought (MON-11); may be null
 * @param salesperson who concluded it; null when nobody is known
 * @param branch whose contract it is; may be null
 * @param startsOn the first day
 * @param endsOn the last day; null until further notice
 * @param currency of all prices
 */
public record ContractTerms(
    String type,
    String packageType,
    UserId salesperson,
    BranchId branch,
    LocalDate startsOn,
    LocalDate endsOn,
    Currency currency,
    List<ContractLine> lines) {

  private static final int EXACT = 12;

  public ContractTerms {
    lines = lines == null ? List.of() : List.copyOf(lines);
  }

  /**
   * The subscription: what is owed for a month by the lines that are invoiced period by period and
   * owed on the day; rounded half up to the currency's smallest unit, once, after summing.
   */
  public BigDecimal monthlyAmount(LocalDate day) {
    return monthly(day, ContractLine::unitPrice);
  }

  /** What the subscription costs us for a month, as {@link #monthlyAmount}; unknown costs are 0. */
  public BigDecimal monthlyCost(LocalDate day) {
    return monthly(day, line -> line.unitCost() == null ? BigDecimal.ZERO : line.unitCost());
  }

  private BigDecimal monthly(LocalDate day, Function<ContractLine, BigDecimal> price) {
    return lines.stream()
        .filter(line -> line.billing().recurs() && line.isOwedOn(day))
        .map(
            line ->
                line.quantity()
                    .multiply(price.apply(line))
                    .divide(
                        BigDecimal.valueOf(line.billing().months()), EXACT, RoundingMode.HALF_UP))
        .reduce(BigDecimal.ZERO, BigDecimal::add)
        .setScale(Math.max(0, currency.getDefaultFractionDigits()), RoundingMode.HALF_UP);
  }
}
