package org.kartoteka.contracts;

import java.time.LocalDate;

/**
 * Declares the end of a contract.
 *
 * @param declaredOn the day on which somebody declared it; today when null
 * @param endsOn the last day on which it holds
 * @param reason a code of {@link CodeList#TERMINATION_REASON}; required
 */
public record TerminateContract(
    LocalDate declaredOn, LocalDate endsOn, String reason, String note) {}
