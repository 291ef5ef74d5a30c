package org.kartoteka.core.api.party;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.kartoteka.platform.api.data.PageRequest;
import org.kartoteka.platform.api.problem.FieldError;
import org.kartoteka.platform.api.problem.InvalidInput;

/**
 * Finds the parties that the rows of an import name by number, identifier or name, and remembers
 * them. For one batch of rows on one thread.
 */
public final class PartyLookup {

  private static final int LOOKED_AT = 100;

  private final PartyRegister parties;
  private final PartyQuery among;
  private final String unknown;
  private final Map<String, PartyId> found = new HashMap<>();

  /**
   * A lookup.
   *
   * @param role the role the party has; null for any party
   * @param unknown the code of the error when there is none
   */
  public PartyLookup(PartyRegister parties, String role, String unknown) {
    this.parties = parties;
    this.among = role == null ? PartyQuery.all() : PartyQuery.where().role(role).query();
    this.unknown = unknown;
  }

  /**
   * The party.
   *
   * @throws InvalidInput when there is none, or more than one
   */
  public PartyId find(String field, String text) {
    String wanted = text.strip().toLowerCase(Locale.ROOT);
    PartyId known = found.get(wanted);
    if (known != null) {
      return known;
    }
    List<PartySummary> candidates =
        parties.page(among.and().text(text).query(), PageRequest.first(LOOKED_AT)).items();
    List<PartySummary> exact =
        candidates.stream()
            .filter(party -> same(party.number(), wanted) || same(party.identifier(), wanted))
            .toList();
    if (exact.isEmpty()) {
      exact =
          candidates.stream()
              .filter(party -> same(party.name(), wanted) || same(party.shortName(), wanted))
              .toList();
    }
    if (exact.size() != 1) {
      String code = exact.isEmpty() ? unknown : "severalParties";
      throw new InvalidInput(FieldError.of(field, code, text));
    }
    found.put(wanted, exact.get(0).id());
    return exact.get(0).id();
  }

  private static boolean same(String value, String wanted) {
    return value != null && value.toLowerCase(Locale.ROOT).equals(wanted);
  }
}
