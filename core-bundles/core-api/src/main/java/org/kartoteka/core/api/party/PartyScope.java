package org.kartoteka.core.api.party;

import java.util.Collection;
import java.util.Set;
import org.kartoteka.platform.api.data.Condition;
import org.kartoteka.platform.api.security.RecordAction;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Which parties the current user's rights reach. Whoever keeps records that belong to parties shows
 * only those of parties that may be read, and changes only those of parties that may be changed: a
 * party out of reach does not exist for the user. What may not be read cannot be changed, deleted
 * or exported either. Jobs and handlers of events, which act as the system, reach all.
 */
@ProviderType
public interface PartyScope {

  /**
   * The condition that the party with the id in the given column is in reach; it may be put after
   * {@code and}. Empty when all parties are.
   *
   * @param column such as {@code e.customer_id}; where it is null the condition is not met
   */
  Condition condition(RecordAction action, String column);

  /** Whether the party is there and in reach. */
  boolean covers(PartyId party, RecordAction action);

  /** Those of the parties that are there and in reach. */
  Set<PartyId> covered(Collection<PartyId> parties, RecordAction action);

  /**
   * Lets only those pass whose rights reach the party.
   *
   * @throws org.kartoteka.platform.api.problem.NotFound when it may not be read, as if there were
   *     none
   * @throws org.kartoteka.platform.api.problem.Forbidden when it may be read, but not this
   */
  void require(PartyId party, RecordAction action);
}
