package org.kartoteka.contracts;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.kartoteka.core.api.party.PartyId;
import org.kartoteka.platform.api.http.Versioned;
import org.kartoteka.platform.api.security.BranchId;
import org.kartoteka.platform.api.security.UserId;

/**
 * A contract with all that was agreed when it was signed; see {@link ContractData} for the fields
 * and {@link TermsView} for what annexes made of it.
 *
 * @param decideBy the last day on which somebody can decide whether it goes on; null when nothing
 *     is to be decided
 * @param terminatedOn the day on which its end was declared; null when it was not
 * @param withdrawalReason why its last termination was withdrawn; null when none was
 */
public record ContractView(
    ContractId id,
    long revision,
    ContractState state,
    PartyId partyId,
    String partyName,
    ContractTypeId typeId,
    String typeName,
    String number,
    String subject,
    LocalDate signedOn,
    LocalDate startsOn,
    LocalDate endsOn,
    Integer noticeMonths,
    Integer renewalMonths,
    LocalDate decideBy,
    String currency,
    String packageType,
    UserId salespersonId,
    BranchId branchId,
    UserId responsibleId,
    String note,
    LocalDate terminatedOn,
    String terminationReason,
    String terminationNote,
    String withdrawalReason,
    List<LineData> lines,
    Instant createdAt,
    String createdBy,
    Instant changedAt,
    String changedBy)
    implements Versioned {

  public ContractView {
    lines = List.copyOf(lines);
  }

  /** What people can change of it. */
  public ContractData data() {
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
        responsibleId,
        note,
        lines);
  }
}
