package org.kartoteka.contracts.internal.domain;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.kartoteka.contracts.BalanceRow;

/** Makes a balance month by month: each begins with what the one before left. */
public final class Months {

  private Months() {}

  /**
   * The balance of each month of a period and of each currency.
   *
   * @param moved what happened in single months, those before the period as openings; sorted by
   *     month
   */
  public static List<BalanceRow> of(List<BalanceRow> moved, YearMonth from, YearMonth to) {
    List<BalanceRow> months = new ArrayList<>();
    moved.stream()
        .collect(Collectors.groupingBy(BalanceRow::currency, TreeMap::new, Collectors.toList()))
        .forEach((currency, rows) -> months.addAll(of(currency, rows, from, to)));
    return months;
  }

  private static List<BalanceRow> of(
      String currency, List<BalanceRow> moved, YearMonth from, YearMonth to) {
    long number = moved.stream().mapToLong(BalanceRow::openingNumber).sum();
    BigDecimal amount =
        moved.stream().map(BalanceRow::openingAmount).reduce(BigDecimal.ZERO, BigDecimal::add);
    Map<String, BalanceRow> byMonth =
        moved.stream().collect(Collectors.toMap(BalanceRow::key, row -> row));
    List<BalanceRow> months = new ArrayList<>();
    for (YearMonth month = from; !month.isAfter(to); month = month.plusMonths(1)) {
      BalanceRow row =
          month(month.toString(), currency, number, amount, byMonth.get(month.toString()));
      months.add(row);
      number = row.closingNumber();
      amount = row.closingAmount();
    }
    return months;
  }

  private static BalanceRow month(
      String key, String currency, long number, BigDecimal amount, BalanceRow moved) {
    if (moved == null) {
      BigDecimal none = BigDecimal.ZERO;
      return new BalanceRow(
          key, currency, number, amount, 0, none, none, none, 0, none, number, amount);
    }
    return new BalanceRow(
        key,
        currency,
        number,
        amount,
        moved.gainedNumber(),
        moved.gainedAmount(),
        moved.raised(),
        moved.lowered(),
        moved.lostNumber(),
        moved.lostAmount(),
        number + moved.gainedNumber() - moved.lostNumber(),
        amount
            .add(moved.gainedAmount())
            .add(moved.raised())
            .subtract(moved.lowered())
            .subtract(moved.lostAmount()));
  }
}
