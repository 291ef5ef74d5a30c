package org.kartoteka.core.internal.exchange;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.kartoteka.core.api.party.Email;
import org.kartoteka.core.api.party.PartyId;
import org.kartoteka.core.api.person.PersonData;
import org.kartoteka.core.api.person.PersonId;
import org.kartoteka.core.internal.domain.PersonRules;
import org.kartoteka.core.internal.domain.SearchKey;
import org.kartoteka.core.internal.person.PersonFinder;
import org.kartoteka.core.internal.person.PersonFinder.Colleague;
import org.kartoteka.platform.api.history.FieldChange;
import org.kartoteka.platform.api.problem.FieldError;
import org.kartoteka.platform.api.problem.InvalidInput;

/**
 * Superiors as a table names them: by record id, e-mail or name, among the persons of the same
 * party; in the register or further up in the file.
 */
final class Superiors {

  static final String NAME = "superior";

  private final PersonFinder finder;
  private final Map<PartyId, Map<String, Set<PersonId>>> byName = new HashMap<>();
  private final Map<String, String> labels = new HashMap<>();
  private final Map<PartyId, Set<String>> waiting = new HashMap<>();
  private boolean asked;

  Superiors(PersonFinder finder) {
    this.finder = finder;
  }

  /** Whether a row tells its superior. */
  static boolean isIn(Map<String, String> row) {
    return !row.getOrDefault(NAME, "").isBlank();
  }

  /** Looks for the persons of these parties. */
  void find(Collection<PartyId> parties) {
    asked = true;
    for (Colleague one : finder.colleagues(parties)) {
      add(one.party(), one.id(), one.firstName(), one.lastName(), one.emails());
    }
  }

  /** A person that was made of a row. */
  void add(PartyId party, PersonId id, PersonData data) {
    if (asked) {
      add(party, id, data.firstName(), data.lastName(), data.emails());
    }
  }

  /** A person that will be made of a row. */
  void expect(PartyId party, PersonData data) {
    if (asked) {
      waiting
          .computeIfAbsent(party, any -> new HashSet<>())
          .addAll(keys(data.firstName(), data.lastName(), data.emails()));
    }
  }

  /** Nobody is expected any more. */
  void expectNobody() {
    waiting.clear();
  }

  /** Whether somebody who is expected is called so. */
  boolean isExpected(PartyId party, String text) {
    return waiting.getOrDefault(party, Set.of()).contains(key(text));
  }

  /**
   * The superior.
   *
   * @param present who is it now, and is meant if several are called so; may be null
   * @throws InvalidInput when there is nobody called so, or several
   */
  PersonId of(PartyId party, String text, PersonId present) {
    Set<PersonId> found = byName.getOrDefault(party, Map.of()).getOrDefault(key(text), Set.of());
    if (found.size() > 1 && present != null && found.contains(present)) {
      return present;
    }
    if (found.size() != 1) {
      throw new InvalidInput(
          FieldError.of(NAME, found.isEmpty() ? "unknownSuperior" : "severalSuperiors", text));
    }
    return found.iterator().next();
  }

  /** The changes with the superiors' names instead of their ids. */
  List<FieldChange> named(List<FieldChange> changes) {
    return changes.stream()
        .map(
            change ->
                change.field().equals(NAME)
                    ? new FieldChange(NAME, label(change.before()), label(change.after()))
                    : change)
        .toList();
  }

  private String label(String id) {
    return id == null ? null : labels.getOrDefault(id, id);
  }

  private void add(PartyId party, PersonId id, String first, String last, List<Email> emails) {
    labels.put(Long.toString(id.value()), PersonRules.fullName(first, last));
    Map<String, Set<PersonId>> names = byName.computeIfAbsent(party, any -> new HashMap<>());
    Set<String> keys = new HashSet<>(keys(first, last, emails));
    keys.add(Long.toString(id.value()));
    keys.forEach(key -> names.computeIfAbsent(key, any -> new LinkedHashSet<>()).add(id));
  }

  private static List<String> keys(String first, String last, List<Email> emails) {
    List<String> keys = new ArrayList<>();
    keys.add(key(PersonRules.fullName(first, last)));
    keys.add(key(PersonRules.fullName(last, first)));
    emails.forEach(email -> keys.add(key(email.value())));
    keys.remove("");
    return keys;
  }

  private static String key(String text) {
    String plain = text.indexOf('@') > 0 ? text.toLowerCase(Locale.ROOT) : text.replace(',', ' ');
    return text.indexOf('@') > 0
        ? plain.strip()
        : SearchKey.fold(plain).replaceAll("\\s+", " ").strip();
  }
}
