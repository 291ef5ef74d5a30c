package org.kartoteka.competitors;

import org.kartoteka.core.api.party.PartyId;
import org.kartoteka.platform.api.data.ExpectedRevision;
import org.kartoteka.platform.api.data.Page;
import org.kartoteka.platform.api.data.PageRequest;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The dated changes in competitors' strategies (TON-17). Reading needs {@code
 * competitors.competitor.read}, writing {@code competitors.observation.record}, removal {@code
 * competitors.observation.remove}.
 */
@ProviderType
public interface StrategyChanges {

  /** The type of strategy changes in references. */
  String TYPE = "competitors.strategy-change";

  /** Records a change. */
  StrategyChangeView record(PartyId competitor, StrategyChangeData data);

  /** Changes what is known of it, or our reaction. */
  StrategyChangeView change(
      StrategyChangeId id, ExpectedRevision revision, StrategyChangeData data);

  /** Removes a record. */
  void remove(StrategyChangeId id, ExpectedRevision revision);

  /**
   * One strategy change.
   *
   * @throws org.kartoteka.platform.api.problem.NotFound when there is none
   */
  StrategyChangeView get(StrategyChangeId id);

  /**
   * A page of strategy changes. Sorts: {@code date} (default, the latest first), {@code
   * competitorName}.
   */
  Page<StrategyChangeView> page(StrategyChangeQuery query, PageRequest request);

  /** How many match, counted up to the given number at most. */
  long count(StrategyChangeQuery query, long atMost);
}
