package org.kartoteka.commissions;

import java.time.Instant;
import java.time.LocalDate;
import org.kartoteka.core.api.party.PartyId;
import org.kartoteka.platform.api.money.Money;
import org.kartoteka.platform.api.security.UserId;

/**
 * A row of the ledger that changes what somebody gets; negative when it takes back.
 *
 * @param base by how much the base grew
 * @param document what people call the contract or invoice
 * @param partyName the customer; null when the reader may not see parties
 * @param earnedOn the day in the field by which it is settled
 * @param reason why it was refused; null otherwise
 * @param decidedAt when the last decision was taken; null while none was
 * @param decidedBy who took it; null as in {@link AccrualDecision}
 */
public record AccrualView(
    AccrualId id,
    UserId personId,
    PlanVersionId versionId,
    String planName,
    int planVersion,
    String rule,
    String document,
    PartyId partyId,
    String partyName,
    LocalDate earnedOn,
    Money base,
    Money amount,
    AccrualState state,
    String reason,
    Instant decidedAt,
    String decidedBy,
    StatementId statementId,
    Instant occurredAt) {}
