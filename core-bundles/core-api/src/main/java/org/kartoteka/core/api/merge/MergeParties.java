package org.kartoteka.core.api.merge;

import java.util.List;
import java.util.Map;
import org.kartoteka.core.api.party.PartyId;

/**
 * The order to merge parties.
 *
 * @param survivor the party that stays
 * @param merged one to four other parties of the same kind, which become part of it
 * @param choices by the name of a field the party whose value the survivor gets; of a field that is
 *     not named the survivor's own value, or the first one there is, and lists are joined
 * @param revisions the revisions the decision was made on, by party; a party that is not named may
 *     have changed since
 */
public record MergeParties(
    PartyId survivor,
    List<PartyId> merged,
    Map<String, PartyId> choices,
    Map<PartyId, Long> revisions) {

  public MergeParties {
    merged = merged == null ? List.of() : List.copyOf(merged);
    choices = choices == null ? Map.of() : Map.copyOf(choices);
    revisions = revisions == null ? Map.of() : Map.copyOf(revisions);
  }

  /** With the usual choice for every field. */
  public static MergeParties usual(PartyId survivor, PartyId... merged) {
    return new MergeParties(survivor, List.of(merged), null, null);
  }
}
