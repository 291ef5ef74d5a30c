package org.kartoteka.core.api.person;

import java.util.Optional;
import org.kartoteka.core.api.party.PartyId;
import org.kartoteka.platform.api.data.ExpectedRevision;
import org.kartoteka.platform.api.data.Page;
import org.kartoteka.platform.api.data.PageRequest;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The people with whom contact is kept (TEN-5, TEN-6, ALF-14). Reading needs {@code
 * core.person.read}, acts {@code core.person.change}; the private and personal groups have rights
 * of their own, and whoever is handed them stands in the audit log.
 */
@ProviderType
public interface PersonDirectory {

  /** The type of persons in references. */
  String TYPE = "person";

  /** Adds a person to an organisation; a natural person has exactly its one (TEN-7): refused. */
  PersonView add(PartyId party, PersonData data);

  /** Changes a person; fields shared with a natural-person party change there too (TEN-7). */
  PersonView change(PersonId id, ExpectedRevision revision, PersonData data);

  /** Removes a person with the notes about it; refused for the one person of a natural person. */
  void remove(PersonId id, ExpectedRevision revision);

  /** One person; empty when there is none. */
  Optional<PersonView> find(PersonId id);

  /**
   * One person.
   *
   * @throws org.kartoteka.platform.api.problem.NotFound when there is none
   */
  PersonView get(PersonId id);

  /**
   * A page of persons. Sorts: {@code name} (last name first, default), {@code party}, {@code
   * custom.<name>}.
   */
  Page<PersonView> page(PersonQuery query, PageRequest request);

  /**
   * As {@link #page}, without the private and personal groups: for lists that do not show them, so
   * that the audit log does not say that somebody read them.
   */
  default Page<PersonView> brief(PersonQuery query, PageRequest request) {
    return page(query, request);
  }

  /** How many persons match, counted up to the given number at most. */
  long count(PersonQuery query, long atMost);
}
