package org.kartoteka.commissions.internal.calculation;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.kartoteka.commissions.internal.domain.DealLine;
import org.kartoteka.core.api.trade.ContractLine;
import org.kartoteka.core.api.trade.ContractTerms;
import org.kartoteka.core.api.trade.DocumentRef;
import org.kartoteka.core.api.trade.TradeLine;

/** The lines of trade events as commissions see them. A product is its own innermost group. */
final class Lines {

  private static final int EXACT = 12;

  private Lines() {}

  static List<DealLine> of(List<TradeLine> lines) {
    return lines.stream().map(Lines::of).toList();
  }

  /** What is owed on the day for a month, or once. */
  static List<DealLine> of(DocumentRef contract, ContractTerms terms, LocalDate day) {
    List<DealLine> lines = new ArrayList<>();
    for (ContractLine line : terms.lines()) {
      if (line.isOwedOn(day)) {
        lines.add(of(lines.size() + 1, DealFile.name(contract), terms.packageType(), line));
      }
    }
    return lines;
  }

  private static DealLine of(TradeLine line) {
    return new DealLine(
        line.position(),
        groups(line.groups(), line.product()),
        line.quantity(),
        line.net(),
        line.tax(),
        line.cost(),
        line.contract() == null ? null : DealFile.name(line.contract()),
        line.packageType(),
        line.contractLine() != null && line.from() != null);
  }

  private static DealLine of(int position, String contract, String packageType, ContractLine line) {
    int months = Math.max(1, line.billing().months());
    return new DealLine(
        position,
        groups(List.of(), line.product()),
        line.quantity(),
        monthly(line.quantity(), line.unitPrice(), months),
        BigDecimal.ZERO,
        line.unitCost() == null ? null : monthly(line.quantity(), line.unitCost(), months),
        contract,
        packageType,
        line.billing().recurs());
  }

  private static BigDecimal monthly(BigDecimal quantity, BigDecimal price, int months) {
    return quantity.multiply(price).divide(BigDecimal.valueOf(months), EXACT, RoundingMode.HALF_UP);
  }

  private static List<String> groups(List<String> groups, String product) {
    if (product == null) {
      return groups;
    }
    List<String> all = new ArrayList<>(groups);
    all.add(product);
    return all;
  }
}
