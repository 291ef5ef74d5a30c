package org.kartoteka.core.internal.exchange;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.kartoteka.core.api.party.Identifier;
import org.kartoteka.core.api.party.PartyId;
import org.kartoteka.core.internal.criteria.PartyScopes;
import org.kartoteka.core.internal.domain.IdentifierType;
import org.kartoteka.core.internal.party.PartyFinder;
import org.kartoteka.platform.api.problem.FieldError;
import org.kartoteka.platform.api.problem.InvalidInput;
import org.kartoteka.platform.api.record.RecordRef;
import org.kartoteka.platform.api.security.RecordAction;

/** Parties as a table names them: by number, else by an identifier, else by name. */
final class NamedParties {

  private final PartyFinder finder;
  private final PartyScopes scopes;
  private final Map<String, Set<RecordRef>> found = new HashMap<>();

  NamedParties(PartyFinder finder, PartyScopes scopes) {
    this.finder = finder;
    this.scopes = scopes;
  }

  /** Looks for all the parties that a chunk of the table names, kind of name by kind of name. */
  void find(Collection<String> texts) {
    Set<String> open = texts.stream().map(String::strip).collect(Collectors.toSet());
    Map<String, RecordRef> numbered = finder.byNumber(open);
    open.forEach(text -> add(text, numbered.get(PartyFinder.numberKey(text))));
    open.removeAll(found.keySet());

    Map<Identifier, List<String>> identifiers = new LinkedHashMap<>();
    open.forEach(
        text ->
            identifiers(text)
                .forEach(
                    one -> identifiers.computeIfAbsent(one, any -> new ArrayList<>()).add(text)));
    finder
        .byIdentifier(identifiers.keySet())
        .forEach(
            (identifier, party) ->
                identifiers.getOrDefault(identifier, List.of()).forEach(text -> add(text, party)));
    open.removeAll(found.keySet());

    Map<String, List<RecordRef>> named = finder.byName(open);
    open.forEach(
        text ->
            named
                .getOrDefault(PartyFinder.nameKey(text), List.of())
                .forEach(party -> add(text, party)));
    forgetThoseOutOfReach();
  }

  private void forgetThoseOutOfReach() {
    if (!scopes.reachesAll(RecordAction.READ)) {
      List<PartyId> all =
          found.values().stream().flatMap(Set::stream).map(NamedParties::id).distinct().toList();
      Set<PartyId> seen = scopes.covered(all, RecordAction.READ);
      found.values().forEach(parties -> parties.removeIf(party -> !seen.contains(id(party))));
    }
  }

  private static PartyId id(RecordRef party) {
    return new PartyId(Long.parseLong(party.id()));
  }

  /** The parties that just one is meant by. */
  Set<PartyId> unambiguous() {
    return found.values().stream()
        .filter(parties -> parties.size() == 1)
        .map(parties -> id(parties.iterator().next()))
        .collect(Collectors.toSet());
  }

  /**
   * The party of this text.
   *
   * @throws InvalidInput when there is none, or more than one
   */
  RecordRef party(String text) {
    if (text == null) {
      throw new InvalidInput(FieldError.of("party", "required"));
    }
    Set<RecordRef> parties = found.getOrDefault(text.strip(), Set.of());
    if (parties.size() != 1) {
      throw new InvalidInput(
          FieldError.of("party", parties.isEmpty() ? "unknownParty" : "severalParties", text));
    }
    return parties.iterator().next();
  }

  private void add(String text, RecordRef party) {
    if (party != null) {
      found.computeIfAbsent(text, any -> new LinkedHashSet<>()).add(party);
    }
  }

  /** What the text is as a number of any type. */
  private static List<Identifier> identifiers(String text) {
    Set<String> values = new TreeSet<>();
    List<String> types = new ArrayList<>();
    for (IdentifierType type : IdentifierType.values()) {
      String normal = type.normal(text);
      if (normal.chars().anyMatch(Character::isDigit)) {
        values.add(normal);
        types.add(type.name());
      }
    }
    List<Identifier> identifiers = new ArrayList<>();
    types.forEach(type -> values.forEach(value -> identifiers.add(new Identifier(type, value))));
    return identifiers;
  }
}
