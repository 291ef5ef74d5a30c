package org.kartoteka.contracts;

import java.time.LocalDate;
import java.util.List;
import org.kartoteka.core.api.party.PartyId;
import org.kartoteka.platform.api.security.BranchId;
import org.kartoteka.platform.api.security.UserId;

/**
 * What a contract says.
 *
 * @param number taken from the series of its type when null
 * @param startsOn the first day
 * @param endsOn the last day; null until further notice
 * @param noticeMonths how long before the end notice must be given; null for none
 * @param renewalMonths by how many months it goes on by itself; null when it ends
 * @param currency ISO 4217, of all prices
 * @param packageType a code of {@link CodeList#PACKAGE}
 * @param salespersonId who concluded it
 * @param branchId whose contract it is
 * @param responsibleId who looks after it; the salesperson, or else who registers it, when null
 */
public record ContractData(
    PartyId partyId,
    ContractTypeId typeId,
    String number,
    String subject,
    LocalDate startsOn,
    LocalDate endsOn,
    Integer noticeMonths,
    Integer renewalMonths,
    String currency,
    String packageType,
    UserId salespersonId,
    BranchId branchId,
    UserId responsibleId,
    String note,
    List<LineData> lines) {

  public ContractData {
    lines = lines == null ? List.of() : List.copyOf(lines);
  }

  /** The same with another number. */
  public ContractData numbered(String other) {
    return new ContractData(
        partyId,
        typeId,
        other,
        subject,
        startsOn,
        endsOn,
        noticeMonths,
        renewalMonths,
        currency,
        packageType,
        salespersonId,
        branchId,
        responsibleId,
        note,
        lines);
  }

  /** The same with another person who looks after it. */
  public ContractData lookedAfterBy(UserId user) {
    return new ContractData(
        partyId,
        typeId,
        number,
        subject,
        startsOn,
        endsOn,
        noticeMonths,
        renewalMonths,
        currency,
        packageType,
        salespersonId,
        branchId,
        user,
        note,
        lines);
  }
}
