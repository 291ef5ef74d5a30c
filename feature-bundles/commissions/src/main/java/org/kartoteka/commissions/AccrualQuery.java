package org.kartoteka.commissions;

import java.time.LocalDate;
import org.kartoteka.core.api.party.PartyId;
import org.kartoteka.platform.api.security.UserId;

/** Which commissions are wanted; null means any. */
public record AccrualQuery(
    UserId person,
    AccrualState state,
    PartyId party,
    LocalDate from,
    LocalDate until,
    StatementId statement) {

  /** All commissions. */
  public static AccrualQuery all() {
    return new AccrualQuery(null, null, null, null, null, null);
  }

  /** Those in a state. */
  public static AccrualQuery in(AccrualState state) {
    return new AccrualQuery(null, state, null, null, null, null);
  }

  /** Those of a statement. */
  public static AccrualQuery of(StatementId statement) {
    return new AccrualQuery(null, null, null, null, null, statement);
  }
}
