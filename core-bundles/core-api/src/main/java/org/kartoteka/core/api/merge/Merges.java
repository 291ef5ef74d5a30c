package org.kartoteka.core.api.merge;

import java.util.List;
import java.util.Optional;
import org.kartoteka.core.api.party.PartyId;
import org.kartoteka.core.api.person.PersonId;
import org.kartoteka.platform.api.data.Page;
import org.kartoteka.platform.api.data.PageRequest;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Makes one party of several cards, or one person of several of one party, and takes that back.
 * What belongs to the others, and the records of all features, move to the survivor in one
 * transaction. The other cards stay, but no list shows them and whoever asks for one is told where
 * it went: {@link org.kartoteka.platform.api.problem.Moved}. Previews and lists need {@code
 * core.party.read}, those of persons {@code core.person.read}; acts need {@code core.party.merge},
 * with persons also {@code core.person.change}.
 */
@ProviderType
public interface Merges {

  /** The type of merges in references. */
  String TYPE = "merge";

  /**
   * What a merge would do.
   *
   * @throws org.kartoteka.platform.api.problem.Refused when the parties are of different kinds
   */
  MergePreview preview(PartyId survivor, List<PartyId> merged);

  /**
   * What a merge of persons would do.
   *
   * @throws org.kartoteka.platform.api.problem.Refused when the persons are of different parties
   */
  MergePreview preview(PersonId survivor, List<PersonId> merged);

  /**
   * Merges parties.
   *
   * @throws org.kartoteka.platform.api.problem.Refused when the parties are of different kinds
   * @throws org.kartoteka.platform.api.problem.StaleRevision when one of them was changed since
   */
  MergeView merge(MergeParties order);

  /**
   * Merges persons of one party.
   *
   * @throws org.kartoteka.platform.api.problem.Refused when the persons are of different parties
   * @throws org.kartoteka.platform.api.problem.StaleRevision when one of them was changed since
   */
  MergeView merge(MergePersons order);

  /**
   * Undoes a merge: everything that moved goes back to where it was. What was changed since is
   * kept; where that stands against the way back, the view's remarks say so. Persons who belong to
   * different parties then cannot be one: their merge is undone along.
   *
   * @throws org.kartoteka.platform.api.problem.Refused when it was undone already, or when the
   *     survivor itself became part of another since
   */
  MergeView undo(MergeId id);

  /** One merge; empty when there is none. */
  Optional<MergeView> find(MergeId id);

  /**
   * One merge.
   *
   * @throws org.kartoteka.platform.api.problem.NotFound when there is none
   */
  MergeView get(MergeId id);

  /** A page of merges, the latest first. */
  Page<MergeView> page(MergeQuery query, PageRequest request);
}
