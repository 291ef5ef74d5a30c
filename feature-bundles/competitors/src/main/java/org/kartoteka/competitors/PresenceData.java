package org.kartoteka.competitors;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.kartoteka.core.api.party.PartyId;

/**
 * That a competitor supplies a customer of ours.
 *
 * @param competitorId required, cannot be changed later
 * @param customerId required, cannot be changed later
 * @param sharePercent its share of what the customer buys, 0 to 100
 * @param supplies what it supplies
 * @param until the last day; null while it goes on
 * @param certainty how certain this is; {@link Certainty#SUSPECTED} when null
 */
public record PresenceData(
    PartyId competitorId,
    PartyId customerId,
    BigDecimal sharePercent,
    String supplies,
    LocalDate since,
    LocalDate until,
    Certainty certainty,
    String note) {}
