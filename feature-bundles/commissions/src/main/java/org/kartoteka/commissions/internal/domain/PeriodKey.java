package org.kartoteka.commissions.internal.domain;

import java.time.LocalDate;
import java.util.Currency;
import org.kartoteka.commissions.PlanId;
import org.kartoteka.platform.api.security.UserId;

/**
 * Over what a rule adds up bases: those of a person in a period.
 *
 * @param rule the key of the rule
 * @param from the first day of the period
 */
public record PeriodKey(
    PlanId plan, String rule, UserId person, Currency currency, LocalDate from) {}
