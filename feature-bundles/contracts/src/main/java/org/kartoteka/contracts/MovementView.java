package org.kartoteka.contracts;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.kartoteka.core.api.party.PartyId;
import org.kartoteka.platform.api.security.BranchId;
import org.kartoteka.platform.api.security.UserId;

/**
 * A movement of the balance.
 *
 * @param amount by how much the monthly subscription grew; negative when it fell
 * @param cost by how much the monthly cost grew
 * @param reason the code of the reason why a contract was lost; may be null
 */
public record MovementView(
    ContractId contractId,
    String number,
    PartyId partyId,
    String partyName,
    MovementKind kind,
    LocalDate day,
    ContractTypeId typeId,
    String packageType,
    UserId salespersonId,
    BranchId branchId,
    String currency,
    BigDecimal amount,
    BigDecimal cost,
    String reason) {}
