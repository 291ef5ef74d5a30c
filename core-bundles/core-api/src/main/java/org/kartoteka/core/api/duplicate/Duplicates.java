package org.kartoteka.core.api.duplicate;

import java.util.List;
import org.kartoteka.core.api.party.PartyData;
import org.kartoteka.core.api.party.PartyId;
import org.kartoteka.platform.api.data.Page;
import org.kartoteka.platform.api.data.PageRequest;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Finds cards that are probably the same party. Every party that is registered or changed is
 * compared with the register soon afterwards, in the background. Reading needs {@code
 * core.party.read}, deciding {@code core.party.merge}.
 */
@ProviderType
public interface Duplicates {

  /**
   * The parties that look like data which are not saved yet, the likeliest first; quick enough to
   * be asked while somebody types. Data may be incomplete and need not be valid.
   *
   * @param except the party whose data these are, so that it is not found itself; may be null
   * @param limit how many at most, 1 to 50
   */
  List<SimilarParty> check(PartyData data, PartyId except, int limit);

  /** A page of pairs, the likeliest first. */
  Page<DuplicatePair> page(DuplicateQuery query, PageRequest request);

  /**
   * Says that two parties are not the same; they are not shown again.
   *
   * @throws org.kartoteka.platform.api.problem.NotFound when there is no such pair
   */
  void dismiss(PartyId one, PartyId other);

  /**
   * Takes a dismissal back.
   *
   * @throws org.kartoteka.platform.api.problem.NotFound when there is no such pair
   */
  void reopen(PartyId one, PartyId other);

  /** How far the search is. */
  DuplicateProgress progress();
}
