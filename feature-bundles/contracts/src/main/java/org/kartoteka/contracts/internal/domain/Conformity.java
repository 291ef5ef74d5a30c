package org.kartoteka.contracts.internal.domain;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.kartoteka.contracts.LineData;
import org.kartoteka.contracts.OrderConformity.LineConformity;
import org.kartoteka.contracts.OrderLine;
import org.kartoteka.contracts.TariffLine;
import org.kartoteka.contracts.Verdict;

/** Whether orders are as was agreed (ALF-16). */
public final class Conformity {

  private final List<Tariff> tariffs;
  private final Terms terms;

  /**
   * A tariff that may hold.
   *
   * @param place the later of two that hold is the one with the greater place
   */
  public record Tariff(
      String name, LocalDate validFrom, LocalDate validUntil, long place, List<TariffLine> lines) {

    boolean holdsOn(LocalDate day) {
      return !day.isBefore(validFrom) && (validUntil == null || !day.isAfter(validUntil));
    }
  }

  /**
   * For a day.
   *
   * @param terms what the contract itself says on the day
   */
  public Conformity(List<Tariff> tariffs, Terms terms, LocalDate day) {
    this.tariffs =
        tariffs.stream()
            .filter(tariff -> tariff.holdsOn(day))
            .sorted(Comparator.comparing(Tariff::validFrom).thenComparing(Tariff::place).reversed())
            .toList();
    List<LineData> owed =
        terms.lines().stream().filter(line -> line.toLine().isOwedOn(day)).toList();
    this.terms = new Terms(terms.packageType(), terms.salesperson(), terms.branch(), owed);
  }

  /** What is agreed about a line of an order: the latest tariff speaks before the contract. */
  public LineConformity of(int position, OrderLine line) {
    for (Tariff tariff : tariffs) {
      List<TariffLine> steps =
          tariff.lines().stream().filter(step -> isSame(step.product(), line)).toList();
      if (!steps.isEmpty()) {
        return byTariff(position, line, tariff.name(), steps);
      }
    }
    return terms.lines().stream()
        .filter(owed -> isSame(owed.product(), line))
        .findFirst()
        .map(owed -> byContract(position, line, owed))
        .orElse(new LineConformity(position, line.product(), Verdict.NOT_AGREED, null, null));
  }

  private static LineConformity byTariff(
      int position, OrderLine line, String tariff, List<TariffLine> steps) {
    BigDecimal quantity = line.quantity();
    TariffLine step =
        steps.stream()
            .filter(one -> least(one).compareTo(quantity) <= 0)
            .max(Comparator.comparing(Conformity::least))
            .orElse(null);
    if (step == null) {
      TariffLine first = steps.stream().min(Comparator.comparing(Conformity::least)).orElseThrow();
      return new LineConformity(
          position, line.product(), Verdict.TOO_FEW, first.unitPrice(), tariff);
    }
    boolean tooMany = step.maxQuantity() != null && quantity.compareTo(step.maxQuantity()) > 0;
    Verdict verdict = tooMany ? Verdict.TOO_MANY : price(line, step.unitPrice());
    return new LineConformity(position, line.product(), verdict, step.unitPrice(), tariff);
  }

  private static LineConformity byContract(int position, OrderLine line, LineData owed) {
    boolean tooMany = line.quantity().compareTo(owed.quantity()) > 0;
    Verdict verdict = tooMany ? Verdict.TOO_MANY : price(line, owed.unitPrice());
    return new LineConformity(position, line.product(), verdict, owed.unitPrice(), null);
  }

  private static Verdict price(OrderLine line, BigDecimal agreed) {
    int difference = line.unitPrice().compareTo(agreed);
    return difference == 0 ? Verdict.CONFORMS : difference < 0 ? Verdict.CHEAPER : Verdict.DEARER;
  }

  private static BigDecimal least(TariffLine step) {
    return step.minQuantity() == null ? BigDecimal.ZERO : step.minQuantity();
  }

  private static boolean isSame(String product, OrderLine line) {
    return product != null && product.strip().equalsIgnoreCase(line.product().strip());
  }
}
