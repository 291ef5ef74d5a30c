package org.kartoteka.sales;

import java.time.LocalDate;
import org.kartoteka.core.api.party.PartyId;

/**
 * Which turnover is wanted; null means any.
 *
 * @param group that of the group and of all groups below it
 * @param from the first month, any day of it
 * @param to the last month, any day of it
 */
public record TurnoverQuery(
    PartyId party, ProductGroupId group, LocalDate from, LocalDate to, By by) {

  /** What the rows are about. */
  public enum By {
    MONTH,
    GROUP,
    PARTY
  }
}
