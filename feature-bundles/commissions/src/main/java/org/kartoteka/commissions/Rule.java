package org.kartoteka.commissions;

import java.math.BigDecimal;
import java.util.Currency;

/**
 * One way in which a plan makes commissions.
 *
 * @param key names it within the plan; the same in all versions
 * @param name what people call it
 * @param formula of {@link Base#FORMULA}; null otherwise
 * @param selection which lines count
 * @param floor what a document, or a period, earns at least once it earns anything; may be null
 * @param cap what a document, or a period, earns at most; may be null
 * @param currency only documents in this currency; needed by amounts in the rule, null for any
 * @param clawback what is taken back when a contract ends early; null for nothing
 */
public record Rule(
    String key,
    String name,
    Trigger trigger,
    Base base,
    String formula,
    Selection selection,
    Rate rate,
    BigDecimal floor,
    BigDecimal cap,
    Currency currency,
    Clawback clawback) {

  public Rule {
    selection = selection == null ? Selection.all() : selection;
  }

  /** A rule on all lines without limits. */
  public static Rule of(String key, Trigger trigger, Base base, Rate rate) {
    return new Rule(key, key, trigger, base, null, null, rate, null, null, null, null);
  }

  /** The same under another name. */
  public Rule named(String other) {
    return new Rule(
        key, other, trigger, base, formula, selection, rate, floor, cap, currency, clawback);
  }

  /** The same with other lines. */
  public Rule on(Selection lines) {
    return new Rule(key, name, trigger, base, formula, lines, rate, floor, cap, currency, clawback);
  }

  /** The same with limits in a currency. */
  public Rule within(BigDecimal least, BigDecimal most, Currency money) {
    return new Rule(
        key, name, trigger, base, formula, selection, rate, least, most, money, clawback);
  }

  /** The same with a clawback. */
  public Rule takingBack(Clawback back) {
    return new Rule(key, name, trigger, base, formula, selection, rate, floor, cap, currency, back);
  }

  /** The same on what a formula says. */
  public Rule by(String expression) {
    return new Rule(
        key,
        name,
        trigger,
        Base.FORMULA,
        expression,
        selection,
        rate,
        floor,
        cap,
        currency,
        clawback);
  }
}
