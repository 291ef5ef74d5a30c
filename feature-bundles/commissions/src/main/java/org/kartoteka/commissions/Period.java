package org.kartoteka.commissions;

import java.time.LocalDate;

/**
 * A span of days.
 *
 * @param from the first day
 * @param until the last day
 */
public record Period(LocalDate from, LocalDate until) {

  /** Whether the day lies in it. */
  public boolean holds(LocalDate day) {
    return !day.isBefore(from) && !day.isAfter(until);
  }
}
