package org.kartoteka.contracts;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import org.kartoteka.core.api.party.PartyId;
import org.kartoteka.platform.api.security.BranchId;
import org.kartoteka.platform.api.security.UserId;

/**
 * A contract as a row of a list.
 *
 * @param decideBy the last day on which somebody can decide whether it goes on; null when nothing
 *     is to be decided
 * @param monthlyAmount what is owed for a month today; of a draft and of one that begins later, on
 *     its first day
 * @param monthlyCost what that costs us
 */
public record ContractSummary(
    ContractId id,
    long revision,
    String number,
    PartyId partyId,
    String partyName,
    ContractTypeId typeId,
    String typeName,
    String subject,
    ContractState state,
    LocalDate signedOn,
    LocalDate startsOn,
    LocalDate endsOn,
    LocalDate decideBy,
    boolean renewsItself,
    String currency,
    String packageType,
    UserId salespersonId,
    BranchId branchId,
    UserId responsibleId,
    BigDecimal monthlyAmount,
    BigDecimal monthlyCost,
    Instant changedAt) {}
