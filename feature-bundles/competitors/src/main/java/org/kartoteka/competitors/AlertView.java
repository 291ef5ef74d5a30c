package org.kartoteka.competitors;

import java.time.Instant;
import org.kartoteka.core.api.party.PartyId;
import org.kartoteka.platform.api.record.RecordRef;

/**
 * That something was recorded about a party the user watches.
 *
 * @param occurredAt when it was recorded
 * @param actor the sign-in name of who recorded it
 * @param customerId the customer concerned; null when there is none
 * @param record what was recorded, as it was called then
 * @param seenAt when the user saw it; null while he has not
 */
public record AlertView(
    AlertId id,
    AlertKind kind,
    Instant occurredAt,
    String actor,
    PartyId competitorId,
    String competitorName,
    PartyId customerId,
    String customerName,
    RecordRef record,
    Instant seenAt) {}
