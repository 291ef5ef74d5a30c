package org.kartoteka.commissions.internal.domain;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * Something that happened to a deal.
 *
 * @param event the number of the event in the journal
 * @param on the day in the field, by which it is settled
 * @param lines of a posting the lines, of a credit note the differences, of an annex the new lines
 * @param amount what was paid; negative when it went back
 * @param contracts of a posting what is known of the contracts of its lines; of an end, and of its
 *     withdrawal, the contract
 * @param annex of an annex; null otherwise, and of annexes from before it was kept
 */
public record Movement(
    long event,
    Kind kind,
    LocalDate on,
    List<DealLine> lines,
    BigDecimal amount,
    Map<String, ContractFacts> contracts,
    Annex annex) {

  /** What can happen to a deal. */
  public enum Kind {
    /** The contract was signed, or the invoice posted. */
    MADE,
    CREDITED,
    PAID,
    ANNEXED,
    /** A contract was terminated. */
    ENDED,
    /** The termination of a contract was withdrawn. */
    RESUMED
  }

  public Movement {
    lines = lines == null ? List.of() : List.copyOf(lines);
    contracts = contracts == null ? Map.of() : Map.copyOf(contracts);
  }

  /** A contract was signed or an invoice posted. */
  public static Movement made(
      long event, LocalDate on, List<DealLine> lines, Map<String, ContractFacts> contracts) {
    return new Movement(event, Kind.MADE, on, lines, null, contracts, null);
  }

  /** An invoice was corrected. */
  public static Movement credited(long event, LocalDate on, List<DealLine> differences) {
    return new Movement(event, Kind.CREDITED, on, differences, null, null, null);
  }

  /** An invoice was paid, or a payment went back. */
  public static Movement paid(long event, LocalDate on, BigDecimal amount) {
    return new Movement(event, Kind.PAID, on, null, amount, null, null);
  }

  /** A contract was changed. */
  public static Movement annexed(long event, LocalDate on, Annex annex, List<DealLine> lines) {
    return new Movement(event, Kind.ANNEXED, on, lines, null, null, annex);
  }

  /** A contract was terminated. */
  public static Movement ended(long event, LocalDate on, String contract, ContractFacts facts) {
    return new Movement(event, Kind.ENDED, on, null, null, Map.of(contract, facts), null);
  }

  /** When people agreed on it, whenever it counts. */
  LocalDate agreedOn() {
    return annex == null ? on : annex.signedOn();
  }

  /** The termination of a contract was withdrawn. */
  public static Movement resumed(long event, LocalDate on, String contract, ContractFacts facts) {
    return new Movement(event, Kind.RESUMED, on, null, null, Map.of(contract, facts), null);
  }
}
