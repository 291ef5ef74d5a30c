package org.kartoteka.commissions;

import java.time.Instant;
import java.time.LocalDate;
import org.kartoteka.platform.api.http.Versioned;
import org.kartoteka.platform.api.money.Money;
import org.kartoteka.platform.api.security.UserId;

/**
 * What a person gets for a period in a currency, from granted commissions up to its last day.
 *
 * @param rows how many commissions stand in it
 * @param amount negative when more is taken back than was earned
 * @param paidOn null while it is not paid
 * @param reference of the payment; may be null
 * @param cancelled whether it was cancelled; its commissions are open again then
 */
public record StatementView(
    StatementId id,
    long revision,
    UserId personId,
    PeriodKind periodKind,
    LocalDate from,
    LocalDate until,
    long rows,
    Money amount,
    LocalDate paidOn,
    String reference,
    boolean cancelled,
    Instant createdAt,
    String createdBy)
    implements Versioned {}
