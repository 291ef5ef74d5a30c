package org.kartoteka.contracts;

import java.math.BigDecimal;

/**
 * A row of the balance of contracts gained and lost (MON-21); amounts are monthly subscriptions.
 *
 * @param key of the dimension: an id, a code, a month such as {@code 2026-03}; empty when unknown
 * @param openingNumber contracts at the beginning of the first day
 * @param raised by how much contracts that go on grew
 * @param lowered by how much contracts that go on fell, not negative
 * @param closingNumber contracts after the last day
 */
public record BalanceRow(
    String key,
    String currency,
    long openingNumber,
    BigDecimal openingAmount,
    long gainedNumber,
    BigDecimal gainedAmount,
    BigDecimal raised,
    BigDecimal lowered,
    long lostNumber,
    BigDecimal lostAmount,
    long closingNumber,
    BigDecimal closingAmount) {}
