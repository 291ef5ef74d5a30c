package org.kartoteka.competitors;

import java.time.Instant;
import java.time.LocalDate;
import org.kartoteka.core.api.party.PartyId;
import org.kartoteka.platform.api.http.Versioned;
import org.kartoteka.platform.api.security.UserId;

/** A change in a competitor's strategy; see {@link StrategyChangeData} for the fields. */
public record StrategyChangeView(
    StrategyChangeId id,
    long revision,
    PartyId competitorId,
    String competitorName,
    StrategyKind kind,
    LocalDate date,
    String title,
    String description,
    String source,
    SourceReliability reliability,
    Integer credibility,
    String reaction,
    ReactionState reactionState,
    UserId ownerId,
    Instant createdAt,
    String createdBy,
    Instant changedAt,
    String changedBy)
    implements Versioned {

  /** What people can change of it. */
  public StrategyChangeData data() {
    return new StrategyChangeData(
        kind,
        date,
        title,
        description,
        source,
        reliability,
        credibility,
        reaction,
        reactionState,
        ownerId);
  }
}
