package org.kartoteka.contracts.internal.domain;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.kartoteka.contracts.MovementKind;
import org.kartoteka.platform.api.security.BranchId;
import org.kartoteka.platform.api.security.UserId;

/**
 * A movement of the balance of contracts.
 *
 * @param number 1, 0 or -1 contracts
 * @param amount by how much the monthly subscription grew
 * @param cost by how much the monthly cost grew
 */
public record Movement(
    MovementKind kind,
    LocalDate day,
    String packageType,
    UserId salesperson,
    BranchId branch,
    int number,
    BigDecimal amount,
    BigDecimal cost) {}
