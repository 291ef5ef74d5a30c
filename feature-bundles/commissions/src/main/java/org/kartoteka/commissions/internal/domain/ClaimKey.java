package org.kartoteka.commissions.internal.domain;

/**
 * What a beneficiary earns by a rule on a deal.
 *
 * @param beneficiary the id of the beneficiary
 * @param rule the key of the rule
 */
public record ClaimKey(long beneficiary, String rule) {}
