package org.kartoteka.competitors;

import org.kartoteka.platform.api.data.ExpectedRevision;
import org.kartoteka.platform.api.data.Page;
import org.kartoteka.platform.api.data.PageRequest;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Which competitors supply which of our customers. Reading needs {@code
 * competitors.competitor.read}, writing {@code competitors.observation.record}, removal {@code
 * competitors.observation.remove}.
 */
@ProviderType
public interface Presences {

  /** The type of presences in references. */
  String TYPE = "competitors.presence";

  /** Records a presence. */
  PresenceView record(PresenceData data);

  /** Changes a presence. */
  PresenceView change(PresenceId id, ExpectedRevision revision, PresenceData data);

  /** Removes a presence that never was; one that ended gets its last day instead. */
  void remove(PresenceId id, ExpectedRevision revision);

  /**
   * One presence.
   *
   * @throws org.kartoteka.platform.api.problem.NotFound when there is none
   */
  PresenceView get(PresenceId id);

  /**
   * A page of presences. Sorts: {@code changedAt} (default, the latest first), {@code
   * sharePercent}, {@code competitorName}.
   */
  Page<PresenceView> page(PresenceQuery query, PageRequest request);

  /** How many match, counted up to the given number at most. */
  long count(PresenceQuery query, long atMost);
}
