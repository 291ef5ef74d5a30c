package org.kartoteka.commissions;

import java.time.LocalDate;
import java.util.List;
import org.kartoteka.core.api.party.PartyId;
import org.kartoteka.platform.api.security.UserId;

/**
 * That several people share in sales to a customer or in a contract.
 *
 * @param partyId the customer; null when it is a contract
 * @param contract the contract as {@code source/key}, such as {@code contracts/17}; null when it is
 *     a customer
 * @param shares they sum to 100
 * @param restTo who of them takes what rounding leaves
 * @param validUntil the last day; null until further notice
 */
public record SplitData(
    PartyId partyId,
    String contract,
    List<Share> shares,
    UserId restTo,
    LocalDate validFrom,
    LocalDate validUntil) {

  public SplitData {
    shares = shares == null ? List.of() : List.copyOf(shares);
  }
}
