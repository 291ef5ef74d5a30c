package org.kartoteka.core.internal.exchange;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.kartoteka.core.api.party.PartyId;
import org.kartoteka.core.api.person.PersonId;
import org.kartoteka.core.internal.data.CoreRecords;
import org.kartoteka.core.internal.domain.Person;
import org.kartoteka.core.internal.party.PartyRecords;
import org.kartoteka.core.internal.party.PartyRecords.Card;

/** Persons with their parties' cards, held in the order in which everybody holds them. */
final class HeldPersons {

  private final Map<PartyId, Card> cards;
  private final Map<PersonId, Person> persons = new HashMap<>();

  private HeldPersons(Map<PartyId, Card> cards) {
    this.cards = cards;
  }

  static HeldPersons of(CoreRecords entities, PartyRecords parties, Collection<PersonId> ids) {
    List<Long> numbers = ids.stream().map(PersonId::value).distinct().toList();
    if (numbers.isEmpty()) {
      return new HeldPersons(Map.of());
    }
    List<PartyId> owners =
        entities
            .all(Long.class, "select distinct p.partyId from Person p where p.id in ?1", numbers)
            .stream()
            .map(PartyId::new)
            .toList();
    HeldPersons held = new HeldPersons(parties.holdAll(owners));
    entities
        .lockAll(Person.class, "select p from Person p where p.id in ?1 order by p.id", numbers)
        .stream()
        .filter(person -> person.mergedInto() == null)
        .forEach(person -> held.persons.put(person.id(), person));
    return held;
  }

  /** The person; null when there is none. */
  Person person(PersonId id) {
    Person person = persons.get(id);
    return person == null || !cards.containsKey(person.party()) ? null : person;
  }

  /** Their parties. */
  Set<PartyId> parties() {
    return cards.keySet();
  }

  Card card(Person person) {
    return cards.get(person.party());
  }

  void forget(Person person) {
    persons.remove(person.id());
  }
}
