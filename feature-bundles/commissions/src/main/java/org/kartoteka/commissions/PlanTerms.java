package org.kartoteka.commissions;

import java.math.BigDecimal;
import java.util.List;

/**
 * What a version of a plan promises.
 *
 * @param rules what is earned, all rules added up; empty when nothing is any longer
 * @param superiorPercents what the superiors of whoever earns it get on top, in per cent of it: his
 *     superior first, then the superior's superior
 */
public record PlanTerms(List<Rule> rules, List<BigDecimal> superiorPercents) {

  public PlanTerms {
    rules = rules == null ? List.of() : List.copyOf(rules);
    superiorPercents = superiorPercents == null ? List.of() : List.copyOf(superiorPercents);
  }

  /** Rules without anything for superiors. */
  public static PlanTerms of(Rule... rules) {
    return new PlanTerms(List.of(rules), null);
  }
}
