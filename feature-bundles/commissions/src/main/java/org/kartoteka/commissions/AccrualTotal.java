package org.kartoteka.commissions;

import org.kartoteka.platform.api.money.Money;
import org.kartoteka.platform.api.security.UserId;

/** What a person has in a state. */
public record AccrualTotal(UserId personId, AccrualState state, Money amount, long rows) {}
