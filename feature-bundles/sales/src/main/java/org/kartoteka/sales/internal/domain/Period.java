package org.kartoteka.sales.internal.domain;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/** Days from the first to the last, both included. */
public record Period(LocalDate from, LocalDate until) {

  public Period {
    if (until.isBefore(from)) {
      throw new IllegalArgumentException(from + " to " + until);
    }
  }

  /** How many days it has. */
  public long days() {
    return ChronoUnit.DAYS.between(from, until) + 1;
  }
}
