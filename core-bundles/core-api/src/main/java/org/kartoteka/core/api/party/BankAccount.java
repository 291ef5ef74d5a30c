package org.kartoteka.core.api.party;

/**
 * A bank account (TON-9).
 *
 * @param iban checked by ISO 13616 and kept without blanks
 * @param bic ISO 9362; may be null
 * @param bank the bank's name; may be null
 * @param currency ISO 4217; may be null
 */
public record BankAccount(String iban, String bic, String bank, String currency) {}
