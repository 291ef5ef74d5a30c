package org.kartoteka.core.api.merge;

import java.util.List;
import java.util.Map;
import org.kartoteka.core.api.person.PersonId;

/**
 * The order to merge persons of one party.
 *
 * @param survivor the person that stays
 * @param merged one to four other persons of the same party, which become part of it
 * @param choices by the name of a field the person whose value the survivor gets; of a field that
 *     is not named the survivor's own value, or the first one there is, and lists are joined
 * @param revisions the revisions the decision was made on, by person; a person that is not named
 *     may have changed since
 */
public record MergePersons(
    PersonId survivor,
    List<PersonId> merged,
    Map<String, PersonId> choices,
    Map<PersonId, Long> revisions) {

  public MergePersons {
    merged = merged == null ? List.of() : List.copyOf(merged);
    choices = choices == null ? Map.of() : Map.copyOf(choices);
    revisions = revisions == null ? Map.of() : Map.copyOf(revisions);
  }

  /** With the usual choice for every field. */
  public static MergePersons usual(PersonId survivor, PersonId... merged) {
    return new MergePersons(survivor, List.of(merged), null, null);
  }
}
