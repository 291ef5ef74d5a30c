package org.kartoteka.competitors;

import java.time.Instant;
import java.time.LocalDate;
import org.kartoteka.core.api.party.PartyId;
import org.kartoteka.platform.api.http.Versioned;
import org.kartoteka.platform.api.security.UserId;

/**
 * A competitor: a role of a party, and therefore known by the party's id.
 *
 * @param name the party's name
 * @param strategyChanges how many are recorded
 * @param products how many of its products are known
 * @param presences how many presences at customers are recorded
 * @param lastChange the day of its latest strategy change; null when there is none
 */
public record CompetitorView(
    PartyId id,
    long revision,
    String name,
    Threat threat,
    String strengths,
    String weaknesses,
    UserId ownerId,
    long strategyChanges,
    long products,
    long presences,
    LocalDate lastChange,
    Instant createdAt,
    String createdBy,
    Instant changedAt,
    String changedBy)
    implements Versioned {

  /** What people can change of it. */
  public CompetitorData data() {
    return new CompetitorData(threat, strengths, weaknesses, ownerId);
  }
}
