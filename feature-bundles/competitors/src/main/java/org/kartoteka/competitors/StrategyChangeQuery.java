package org.kartoteka.competitors;

import java.time.LocalDate;
import org.kartoteka.core.api.party.PartyId;
import org.kartoteka.platform.api.security.UserId;

/**
 * Which strategy changes are wanted; null means any.
 *
 * @param text words of title, description, source or reaction
 * @param openReaction whether only those that wait for our reaction
 */
public record StrategyChangeQuery(
    String text,
    PartyId competitor,
    StrategyKind kind,
    UserId owner,
    boolean openReaction,
    LocalDate from,
    LocalDate to) {

  /** All strategy changes. */
  public static StrategyChangeQuery all() {
    return new StrategyChangeQuery(null, null, null, null, false, null, null);
  }

  /** Those of one competitor. */
  public static StrategyChangeQuery of(PartyId competitor) {
    return new StrategyChangeQuery(null, competitor, null, null, false, null, null);
  }
}
