package org.kartoteka.competitors;

import java.time.LocalDate;
import org.kartoteka.platform.api.security.UserId;

/**
 * What is known of a change in a competitor's strategy.
 *
 * @param kind required
 * @param date when it took or takes effect; required
 * @param title in one line; required
 * @param source where we know it from
 * @param reliability how far the source can be trusted
 * @param credibility how credible the information is: 1 confirmed, 2 probably true, 3 possibly
 *     true, 4 doubtful, 5 improbable, 6 cannot be judged
 * @param reaction what we do about it
 * @param reactionState where our reaction stands; {@link ReactionState#UNDECIDED} when null
 * @param ownerId who of us is responsible for the reaction
 */
public record StrategyChangeData(
    StrategyKind kind,
    LocalDate date,
    String title,
    String description,
    String source,
    SourceReliability reliability,
    Integer credibility,
    String reaction,
    ReactionState reactionState,
    UserId ownerId) {

  /** A change of which only this is known. */
  public static StrategyChangeData of(StrategyKind kind, LocalDate date, String title) {
    return new StrategyChangeData(kind, date, title, null, null, null, null, null, null, null);
  }

  /** The same, with somebody else responsible. */
  public StrategyChangeData ownedBy(UserId owner) {
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
        owner);
  }
}
