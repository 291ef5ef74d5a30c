package org.kartoteka.commissions;

/**
 * What is taken back when a contract ends early.
 *
 * @param months a contract that ends earlier than so many months after its first day ends early
 * @param proRata whether what was served is kept; everything is taken back otherwise
 */
public record Clawback(int months, boolean proRata) {}
