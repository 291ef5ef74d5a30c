package org.kartoteka.commissions.internal.domain;

import java.time.LocalDate;

/**
 * What changed a contract.
 *
 * @param number names it within the contract
 * @param signedOn the day; what it moves may count on a later one
 */
public record Annex(String number, LocalDate signedOn) {}
