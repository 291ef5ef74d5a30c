package org.kartoteka.core.api.duplicate;

import java.util.List;
import org.kartoteka.core.api.party.PartyData;
import org.kartoteka.core.api.party.PartyId;
import org.kartoteka.core.api.person.PersonData;
import org.kartoteka.core.api.person.PersonId;
import org.kartoteka.platform.api.data.Page;
import org.kartoteka.platform.api.data.PageRequest;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Finds cards that are probably the same party, and contact persons that are probably the same.
 * Every card that is registered or changed is compared with the register soon afterwards, in the
 * background; the one person of a natural person is compared as its party. Reading needs {@code
 * core.party.read}, of persons {@code core.person.read}, deciding {@code core.party.merge}.
 */
@ProviderType
public interface Duplicates {

  /**
   * The parties that look like data which are not saved yet, the likeliest first; quick enough to
   * be asked while somebody types. Data may be incomplete and need not be valid.
   *
   * @param except the party whose data these are: it is not found itself, nor are those that
   *     somebody told apart from it; null for a new one
   * @param limit how many at most, 1 to 50
   */
  List<SimilarParty> check(PartyData data, PartyId except, int limit);

  /**
   * The persons that look like data which are not saved yet: those of the party first, then those
   * of other parties who share an e-mail, a phone, or the name and the birthday, natural persons
   * among them. Groups of data that the user has no right to are compared on neither side.
   *
   * @param party the party that the person will belong to; may be null
   * @param except the person whose data these are: it is not found itself, nor are those that
   *     somebody told apart from it; null for a new one
   * @param limit how many at most, 1 to 50
   * @throws org.kartoteka.platform.api.problem.NotFound when the party is out of the user's reach
   */
  List<SimilarPerson> check(PersonData data, PartyId party, PersonId except, int limit);

  /** A page of pairs of parties, the likeliest first. */
  Page<DuplicatePair> page(DuplicateQuery query, PageRequest request);

  /** A page of pairs of persons, the likeliest first. */
  Page<DuplicatePersons> page(DuplicatePersonsQuery query, PageRequest request);

  /**
   * Says that two parties are not the same; they are not shown again.
   *
   * @throws org.kartoteka.platform.api.problem.NotFound when there is no such pair
   */
  void dismiss(PartyId one, PartyId other);

  /**
   * Says that both cards of persons are right, whether they are two people or one who works for two
   * parties; they are not shown again.
   *
   * @throws org.kartoteka.platform.api.problem.NotFound when there is no such pair
   */
  void dismiss(PersonId one, PersonId other);

  /**
   * Takes a dismissal back.
   *
   * @throws org.kartoteka.platform.api.problem.NotFound when there is no such pair
   */
  void reopen(PartyId one, PartyId other);

  /**
   * Takes a dismissal of persons back.
   *
   * @throws org.kartoteka.platform.api.problem.NotFound when there is no such pair
   */
  void reopen(PersonId one, PersonId other);

  /** How far the search is. */
  DuplicateProgress progress();
}
