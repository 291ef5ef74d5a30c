package org.kartoteka.sales.internal.domain;

import java.time.LocalDate;
import org.kartoteka.core.api.trade.ContractTerms;

/**
 * Something that happened to a contract.
 *
 * @param event its number, which orders what happened
 * @param effectiveOn from which day on the terms hold; null without terms
 * @param endsOn the contract's last day from now on; null until further notice
 * @param terms null when they stay as they are
 */
public record Fact(
    long event, Kind kind, LocalDate effectiveOn, LocalDate endsOn, ContractTerms terms) {

  /** What happened. */
  public enum Kind {
    SIGNED,
    ANNEXED,
    RENEWED,
    TERMINATED,
    RESUMED
  }

  /** It was signed. */
  public static Fact signed(long event, ContractTerms terms) {
    return new Fact(event, Kind.SIGNED, terms.startsOn(), terms.endsOn(), terms);
  }

  /** Other terms hold from the day on. */
  public static Fact annexed(long event, LocalDate effectiveOn, ContractTerms terms) {
    return new Fact(event, Kind.ANNEXED, effectiveOn, terms.endsOn(), terms);
  }

  /** It goes on. */
  public static Fact renewed(long event, LocalDate endsOn) {
    return new Fact(event, Kind.RENEWED, null, endsOn, null);
  }

  /** It goes on although its end was declared. */
  public static Fact resumed(long event, LocalDate endsOn) {
    return new Fact(event, Kind.RESUMED, null, endsOn, null);
  }

  /** It ends. */
  public static Fact terminated(long event, LocalDate endsOn) {
    return new Fact(event, Kind.TERMINATED, null, endsOn, null);
  }
}
