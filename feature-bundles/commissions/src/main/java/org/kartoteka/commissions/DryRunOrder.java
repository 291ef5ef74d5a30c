package org.kartoteka.commissions;

import java.time.LocalDate;
import java.util.List;
import org.kartoteka.platform.api.security.UserId;

/**
 * The question what a plan would have come to.
 *
 * @param planId whose people it is about, unless persons are named; may be null then
 * @param terms what would have been in force; null for the latest version of the plan
 * @param from the first day of contracts and invoices
 * @param until the last day
 * @param persons whose commissions; empty for all who had the plan
 */
public record DryRunOrder(
    PlanId planId, PlanTerms terms, LocalDate from, LocalDate until, List<UserId> persons) {

  public DryRunOrder {
    persons = persons == null ? List.of() : List.copyOf(persons);
  }
}
