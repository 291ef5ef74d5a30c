package org.kartoteka.commissions;

import java.time.LocalDate;
import java.util.List;
import org.kartoteka.platform.api.security.UserId;

/**
 * The order to put granted commissions into statements, one for each person and currency.
 *
 * @param day lies in the period; what was granted too late for an earlier one comes along
 * @param persons only theirs; empty for everybody's
 */
public record SettleStatements(PeriodKind periodKind, LocalDate day, List<UserId> persons) {

  public SettleStatements {
    persons = persons == null ? List.of() : List.copyOf(persons);
  }
}
