package org.kartoteka.contracts;

import java.time.LocalDate;
import org.kartoteka.platform.api.security.BranchId;
import org.kartoteka.platform.api.security.UserId;

/** Which movements are wanted; null means any. */
public record MovementQuery(
    LocalDate from,
    LocalDate to,
    MovementKind kind,
    ContractTypeId type,
    String packageType,
    UserId salesperson,
    BranchId branch,
    String reason,
    String currency) {}
