package org.kartoteka.core.api.party;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.kartoteka.platform.api.data.ExpectedRevision;
import org.kartoteka.platform.api.data.Page;
import org.kartoteka.platform.api.data.PageRequest;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The card register of parties (TEN-1..4, ALF-1). Each act joins the current transaction or runs in
 * its own, writes the change history and the journal, and refuses with a {@link
 * org.kartoteka.platform.api.problem.Problem}. Reading needs {@code core.party.read}, changes
 * {@code core.party.change}, a change of status {@code core.party.status}, removal {@code
 * core.party.remove}.
 */
@ProviderType
public interface PartyRegister {

  /** The type of parties in references. */
  String TYPE = "party";

  /** Registers a new party, potential at first. A natural person gets its one person (TEN-7). */
  PartyView register(PartyData data);

  /** Changes a party. */
  PartyView change(PartyId id, ExpectedRevision revision, PartyData data);

  /**
   * Changes the status of a party (ALF-11).
   *
   * @param reason why; required to bar, may be null otherwise
   */
  PartyView changeStatus(PartyId id, ExpectedRevision revision, PartyStatus status, String reason);

  /** Removes a party with its persons and notes; refused while features hold records of it. */
  void remove(PartyId id, ExpectedRevision revision);

  /** One party; empty when there is none. */
  Optional<PartyView> find(PartyId id);

  /**
   * One party.
   *
   * @throws org.kartoteka.platform.api.problem.NotFound when there is none
   */
  PartyView get(PartyId id);

  /** Names of parties, for lists of other records; ids that do not exist are left out. */
  List<PartySummary> summaries(Collection<PartyId> ids);

  /**
   * A page of parties. Sorts: {@code name} (default), {@code number}, {@code status}, {@code city},
   * {@code rating}, {@code changedAt}, {@code custom.<name>}.
   */
  Page<PartySummary> page(PartyQuery query, PageRequest request);

  /** How many parties match, counted up to the given number at most. */
  long count(PartyQuery query, long atMost);

  /** The tags in use, with how many parties carry them, the most used first. */
  List<TagView> tags();

  /** A tag in use. */
  record TagView(String name, long parties) {}
}
