package org.kartoteka.competitors;

import java.util.Optional;
import org.kartoteka.core.api.party.PartyId;
import org.kartoteka.platform.api.data.ExpectedRevision;
import org.kartoteka.platform.api.data.Page;
import org.kartoteka.platform.api.data.PageRequest;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The firms that compete with us (TON-17). Reading needs {@code competitors.competitor.read},
 * adding and judging {@code competitors.competitor.change}, for a party without the role also
 * {@code core.party.change}.
 */
@ProviderType
public interface Competitors {

  /** The role that a party has as a competitor. */
  String ROLE = "COMPETITOR";

  /** The type of competitors in references. */
  String TYPE = "competitors.competitor";

  /**
   * Begins to observe a party; it gets the role.
   *
   * @throws org.kartoteka.platform.api.problem.Refused when it is a competitor already
   */
  CompetitorView add(AddCompetitor order);

  /** Changes what we think of a competitor. */
  CompetitorView change(PartyId id, ExpectedRevision revision, CompetitorData data);

  /**
   * Ends observing a party; it loses the role.
   *
   * @throws org.kartoteka.platform.api.problem.Refused while there are records of it
   */
  void remove(PartyId id, ExpectedRevision revision);

  /** One competitor; empty when the party is none. */
  Optional<CompetitorView> find(PartyId id);

  /**
   * One competitor.
   *
   * @throws org.kartoteka.platform.api.problem.NotFound when the party is none
   */
  CompetitorView get(PartyId id);

  /** A page of competitors. Sorts: {@code name} (default), {@code threat}, {@code createdAt}. */
  Page<CompetitorView> page(CompetitorQuery query, PageRequest request);

  /** How many competitors match, counted up to the given number at most. */
  long count(CompetitorQuery query, long atMost);
}
