package org.kartoteka.contracts;

import java.time.LocalDate;
import org.kartoteka.core.api.party.PartyId;
import org.kartoteka.platform.api.security.BranchId;
import org.kartoteka.platform.api.security.UserId;

/**
 * Which contracts are wanted; null means any.
 *
 * @param text parts of number, subject, party's or lines' names
 * @param endsWithinDays those in force that end, or renew themselves, in so many days
 */
public record ContractQuery(
    String text,
    PartyId party,
    ContractTypeId type,
    ContractState state,
    UserId salesperson,
    BranchId branch,
    UserId responsible,
    String packageType,
    Integer endsWithinDays,
    LocalDate signedFrom,
    LocalDate signedTo) {

  /** All contracts. */
  public static ContractQuery all() {
    return new ContractQuery(null, null, null, null, null, null, null, null, null, null, null);
  }

  /** Those found by words. */
  public static ContractQuery words(String text) {
    return new ContractQuery(text, null, null, null, null, null, null, null, null, null, null);
  }

  /** Those of a party. */
  public static ContractQuery of(PartyId party) {
    return new ContractQuery(null, party, null, null, null, null, null, null, null, null, null);
  }

  /**
   * Those in force that end, or renew themselves, soon.
   *
   * @param responsible who looks after them; null for anybody
   */
  public static ContractQuery endingWithin(int days, UserId responsible) {
    return new ContractQuery(
        null, null, null, null, null, null, responsible, null, days, null, null);
  }
}
