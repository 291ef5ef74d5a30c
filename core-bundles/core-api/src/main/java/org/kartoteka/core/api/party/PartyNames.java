package org.kartoteka.core.api.party;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.kartoteka.platform.api.data.Page;
import org.kartoteka.platform.api.security.AccessControl;

/**
 * The names of the parties that records of features refer to, as far as the user may see parties;
 * read page by page. Offered as a service; may be used on any thread, joins the current
 * transaction.
 */
public class PartyNames {

  private static final String READ_PARTIES = "core.party.read";

  private final PartyRegister parties;
  private final AccessControl access;

  public PartyNames(PartyRegister parties, AccessControl access) {
    this.parties = parties;
    this.access = access;
  }

  /**
   * A record that lacks the name of a party.
   *
   * @param party may be null
   * @param named makes the record with the name, which may be null
   */
  public record Unnamed<V>(PartyId party, Function<String, V> named) {}

  /** The records with their names. */
  public <V> Page<V> complete(Page<Unnamed<V>> page) {
    Map<PartyId, String> names = of(page.items());
    return page.map(record -> record.named().apply(name(names, record.party())));
  }

  /** The records with their names. */
  public <V> List<V> complete(List<Unnamed<V>> records) {
    return complete(new Page<>(records, null)).items();
  }

  /** The names of parties by their ids. */
  public Map<PartyId, String> of(Set<PartyId> ids) {
    if (ids.isEmpty() || !access.may(READ_PARTIES)) {
      return Map.of();
    }
    return parties.summaries(ids).stream()
        .collect(Collectors.toMap(PartySummary::id, PartySummary::name));
  }

  private <V> Map<PartyId, String> of(Collection<Unnamed<V>> records) {
    return of(
        records.stream().map(Unnamed::party).filter(Objects::nonNull).collect(Collectors.toSet()));
  }

  private static String name(Map<PartyId, String> names, PartyId party) {
    return party == null ? null : names.get(party);
  }
}
