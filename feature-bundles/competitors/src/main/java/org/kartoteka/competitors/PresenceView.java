package org.kartoteka.competitors;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import org.kartoteka.core.api.party.PartyId;
import org.kartoteka.platform.api.http.Versioned;

/** A competitor's presence at a customer; see {@link PresenceData} for the fields. */
public record PresenceView(
    PresenceId id,
    long revision,
    PartyId competitorId,
    String competitorName,
    PartyId customerId,
    String customerName,
    BigDecimal sharePercent,
    String supplies,
    LocalDate since,
    LocalDate until,
    Certainty certainty,
    String note,
    Instant createdAt,
    String createdBy,
    Instant changedAt,
    String changedBy)
    implements Versioned {

  /** What people can change of it. */
  public PresenceData data() {
    return new PresenceData(
        competitorId, customerId, sharePercent, supplies, since, until, certainty, note);
  }
}
