package org.kartoteka.commissions.internal.domain;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A contract or an invoice with all that happened to it so far.
 *
 * @param date when it was signed or posted; null while only its payments are known
 * @param ofCustomer which document of its kind of the customer it is, from 1
 * @param paid what was paid of it
 * @param contracts what is known of the contracts of its lines
 */
public record Deal(
    DealKind kind,
    String number,
    LocalDate date,
    Currency currency,
    int ofCustomer,
    List<DealLine> lines,
    BigDecimal paid,
    Map<String, ContractFacts> contracts) {

  /** A deal to which nothing happened yet. */
  public static Deal of(
      DealKind kind, String number, LocalDate date, Currency currency, int ofCustomer) {
    return new Deal(kind, number, date, currency, ofCustomer, List.of(), BigDecimal.ZERO, Map.of());
  }

  /** What becomes of it. */
  public Deal after(Movement movement) {
    return switch (movement.kind()) {
      case MADE ->
          with(together(movement.lines(), lines), paid, joined(movement.contracts(), contracts));
      case CREDITED -> with(together(lines, movement.lines()), paid, contracts);
      case PAID -> with(lines, paid.add(movement.amount()), contracts);
      case ANNEXED -> with(movement.lines(), paid, contracts);
      case ENDED, RESUMED -> with(lines, paid, ended(movement.contracts()));
    };
  }

  /** What is owed in all. */
  BigDecimal gross() {
    return lines.stream().map(DealLine::gross).reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  /**
   * Which part was paid, from 0 to 1. What is paid before it is owed, or goes back beyond what was
   * paid, counts as nothing.
   */
  BigDecimal paidPart() {
    BigDecimal gross = gross();
    if (gross.signum() <= 0 || paid.signum() <= 0) {
      return BigDecimal.ZERO;
    }
    return paid.divide(gross, MathContext.DECIMAL128).min(BigDecimal.ONE);
  }

  private Map<String, ContractFacts> ended(Map<String, ContractFacts> gone) {
    Map<String, ContractFacts> known = new HashMap<>(contracts);
    gone.forEach(
        (key, facts) -> known.merge(key, facts, (before, after) -> before.ended(after.endedOn())));
    return known;
  }

  private Deal with(
      List<DealLine> newLines, BigDecimal newPaid, Map<String, ContractFacts> newContracts) {
    return new Deal(kind, number, date, currency, ofCustomer, newLines, newPaid, newContracts);
  }

  private static Map<String, ContractFacts> joined(
      Map<String, ContractFacts> some, Map<String, ContractFacts> others) {
    Map<String, ContractFacts> all = new HashMap<>(others);
    all.putAll(some);
    return all;
  }

  /** Corrections belong to the lines of their positions; others stand for themselves. */
  private static List<DealLine> together(List<DealLine> lines, List<DealLine> corrections) {
    if (corrections.isEmpty()) {
      return lines;
    }
    List<DealLine> all = new ArrayList<>(lines);
    for (DealLine correction : corrections) {
      int at = place(all, correction.position());
      if (at < 0) {
        all.add(correction);
      } else {
        all.set(at, all.get(at).with(correction));
      }
    }
    return List.copyOf(all);
  }

  private static int place(List<DealLine> lines, int position) {
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i).position() == position) {
        return i;
      }
    }
    return -1;
  }
}
