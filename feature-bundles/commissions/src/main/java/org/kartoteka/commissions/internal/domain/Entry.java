package org.kartoteka.commissions.internal.domain;

import java.math.BigDecimal;
import java.util.List;
import org.kartoteka.commissions.Rule;
import org.kartoteka.commissions.Step;

/**
 * A change of what somebody earns by a rule on a deal.
 *
 * @param base by how much the base that counts grew
 * @param amount by how much the commission grew; negative when it is taken back
 * @param steps how it came about
 */
public record Entry(
    Beneficiary beneficiary,
    Version version,
    Rule rule,
    BigDecimal base,
    BigDecimal amount,
    List<Step> steps) {}
