package org.kartoteka.core.internal.merge;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.kartoteka.core.api.merge.MergeRemark;
import org.kartoteka.core.api.person.PersonDirectory;
import org.kartoteka.core.api.person.PersonId;
import org.kartoteka.core.internal.data.CoreRecords;
import org.kartoteka.core.internal.domain.Person;
import org.kartoteka.core.internal.party.PartyRecords.Card;
import org.kartoteka.core.internal.person.PersonRecords;
import org.kartoteka.platform.api.record.RecordRef;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Who is above whom while persons become one and part again. Everybody keeps whom somebody chose as
 * his superior; the superior that is shown follows from that: the one the chosen one is part of
 * now. Where this would close a ring, none is shown.
 */
@Component(service = Superiors.class)
public class Superiors {

  private final CoreRecords entities;
  private final PersonRecords persons;

  @Activate
  public Superiors(@Reference CoreRecords entities, @Reference PersonRecords persons) {
    this.entities = entities;
    this.persons = persons;
  }

  /**
   * Brings the superiors of a party's persons in line with who is part of whom.
   *
   * @param moved persons who have just become part of another
   * @param survivor whose own superior is decided separately; may be null
   * @return who has lost a superior
   */
  List<MergeRemark> settle(Card card, Collection<PersonId> moved, Person survivor) {
    List<MergeRemark> lost = new ArrayList<>();
    for (Person person : concerned(card, moved)) {
      if (!person.equals(survivor)) {
        Person above = presentOf(person, person.chosenSuperior());
        PersonId shown = above == null || reaches(above, person, survivor) ? null : above.id();
        if (shown == null && person.superior() != null && person.mergedInto() == null) {
          lost.add(lost(person));
        }
        persons.show(card, person, shown);
      }
    }
    return lost;
  }

  private List<Person> concerned(Card card, Collection<PersonId> moved) {
    return entities.lockAll(
        Person.class,
        "select p from Person p where p.partyId = ?1"
            + " and (p.chosenSuperiorId is not null or p.superiorId in ?2) order by p.id",
        card.party().id().value(),
        moved.isEmpty() ? List.of(0L) : moved.stream().map(PersonId::value).toList());
  }

  /** Gives the survivor the first of the superiors that does not close a ring. */
  void choose(Card card, Person survivor, List<PersonId> candidates) {
    for (PersonId candidate : candidates) {
      Person above = presentOf(survivor, candidate);
      if (above != null && !reaches(above, survivor, null)) {
        persons.choose(card, survivor, candidate);
        persons.show(card, survivor, above.id());
        return;
      }
    }
    persons.choose(card, survivor, null);
  }

  /** The one that is part of nobody; null when there is none, or not at the person's party. */
  private Person presentOf(Person person, PersonId chosen) {
    Person found = chosen == null ? null : entities.find(Person.class, chosen);
    if (found != null && found.mergedInto() != null) {
      found = entities.find(Person.class, found.mergedInto());
    }
    return found == null || !found.party().equals(person.party()) ? null : found;
  }

  /** Whether one is the other or below it; nobody is looked for above the one who is left out. */
  private boolean reaches(Person one, Person other, Person leftOut) {
    Set<PersonId> seen = new HashSet<>();
    Person above = one;
    while (above != null && seen.add(above.id())) {
      if (above.id().equals(other.id())) {
        return true;
      }
      above =
          above.equals(leftOut) || above.superior() == null
              ? null
              : entities.find(Person.class, above.superior());
    }
    return false;
  }

  private MergeRemark lost(Person person) {
    Person above = entities.find(Person.class, person.superior());
    return new MergeRemark(
        RecordRef.of(PersonDirectory.TYPE, person.id(), person.fullName()),
        "merge.remark.ring",
        List.of(person.fullName(), above == null ? "" : above.fullName()));
  }
}
