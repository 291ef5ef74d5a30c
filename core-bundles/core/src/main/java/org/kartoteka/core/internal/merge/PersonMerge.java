package org.kartoteka.core.internal.merge;

import static org.kartoteka.core.internal.data.CorePermissions.PERSON_PERSONAL;
import static org.kartoteka.core.internal.data.CorePermissions.PERSON_PRIVATE;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.kartoteka.core.api.merge.MergeCard;
import org.kartoteka.core.api.merge.MergeId;
import org.kartoteka.core.api.merge.MergeMove;
import org.kartoteka.core.api.merge.MergePersons;
import org.kartoteka.core.api.merge.MovedRecords;
import org.kartoteka.core.api.merge.event.PersonsMerged;
import org.kartoteka.core.api.person.PersonDirectory;
import org.kartoteka.core.api.person.PersonId;
import org.kartoteka.core.internal.criteria.PartyScopes;
import org.kartoteka.core.internal.data.Acts;
import org.kartoteka.core.internal.data.CoreRecords;
import org.kartoteka.core.internal.domain.Person;
import org.kartoteka.core.internal.duplicate.Compared;
import org.kartoteka.core.internal.duplicate.DuplicatePairs;
import org.kartoteka.core.internal.merge.PersonMemo.Part;
import org.kartoteka.core.internal.party.PartyRecords;
import org.kartoteka.core.internal.party.PartyRecords.Card;
import org.kartoteka.core.internal.person.PersonRecords;
import org.kartoteka.platform.api.act.Act;
import org.kartoteka.platform.api.problem.Moved;
import org.kartoteka.platform.api.problem.NotFound;
import org.kartoteka.platform.api.problem.Refused;
import org.kartoteka.platform.api.problem.StaleRevision;
import org.kartoteka.platform.api.record.Id;
import org.kartoteka.platform.api.record.RecordRef;
import org.kartoteka.platform.api.security.AccessControl;
import org.kartoteka.platform.api.security.RecordAction;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Makes one person of several of a party, within a unit of work of the caller. */
@Component(service = PersonMerge.class)
public class PersonMerge {

  private final AccessControl access;
  private final CoreRecords entities;
  private final PartyRecords parties;
  private final PersonRecords persons;
  private final PersonBelongings belongings;
  private final Superiors superiors;
  private final DuplicatePairs duplicates;
  private final MergeRows rows;
  private final MergeParticipants participants;
  private final MergeDiary diary;
  private final Acts acts;
  private final PartyScopes scopes;

  @Activate
  public PersonMerge(
      @Reference AccessControl access,
      @Reference CoreRecords entities,
      @Reference PartyRecords parties,
      @Reference PersonRecords persons,
      @Reference PersonBelongings belongings,
      @Reference Superiors superiors,
      @Reference DuplicatePairs duplicates,
      @Reference MergeRows rows,
      @Reference MergeParticipants participants,
      @Reference MergeDiary diary,
      @Reference Acts acts,
      @Reference PartyScopes scopes) {
    this.access = access;
    this.entities = entities;
    this.parties = parties;
    this.persons = persons;
    this.belongings = belongings;
    this.superiors = superiors;
    this.duplicates = duplicates;
    this.rows = rows;
    this.participants = participants;
    this.diary = diary;
    this.acts = acts;
    this.scopes = scopes;
  }

  MergeId merge(MergePersons order) {
    List<PersonId> ids = MergeCards.check(order.survivor(), order.merged());
    requireGroups(order.choices());
    rows.alone();
    Card card = cardOf(order.survivor());
    List<Person> people = held(card, ids, order.revisions());
    Person survivor = people.get(0);
    List<Person> others = people.subList(1, people.size());
    Map<PersonId, List<MovedRecords>> counts = new LinkedHashMap<>();
    order.merged().forEach(person -> counts.put(person, belongings.count(person)));
    MergeCard shown = shown(survivor);
    List<MergeCard> merged = others.stream().map(PersonMerge::shown).toList();

    PersonMemo memo = fields(card, people, MergeCards.places(ids, order.choices()));
    MergeId id = rows.add(shown, merged, memo, acts.now());
    counts.forEach(
        (person, moved) ->
            rows.moved(id, MergeRows.CORE, person.value(), new MergeMove(moved, "")));
    participants.merge(rows.find(id).orElseThrow());
    for (int i = 0; i < others.size(); i++) {
      diary.merged(survivor, others.get(i), memo.parts().get(i));
    }
    diary.happened(new PersonsMerged(id, card.party().id(), survivor.id(), order.merged()));
    return id;
  }

  private void requireGroups(Map<String, PersonId> choices) {
    if (choices.keySet().stream().anyMatch(field -> field.startsWith("privateData."))) {
      access.require(PERSON_PRIVATE);
    }
    if (choices.keySet().stream().anyMatch(field -> field.startsWith("personalData."))) {
      access.require(PERSON_PERSONAL);
    }
  }

  /** Holds the party first: whoever changes a person holds its party (TEN-7). */
  private Card cardOf(PersonId id) {
    Person person = entities.find(Person.class, id);
    if (person == null || !scopes.reaches(person.party(), RecordAction.READ)) {
      throw new NotFound(PersonDirectory.TYPE, id.value());
    }
    return parties.hold(person.party());
  }

  private List<Person> held(Card card, List<PersonId> ids, Map<PersonId, Long> revisions) {
    Map<PersonId, Person> held = new LinkedHashMap<>();
    for (long one : new TreeSet<>(ids.stream().map(Id::value).toList())) {
      PersonId id = new PersonId(one);
      Person person = entities.require(Person.class, id, PersonDirectory.TYPE);
      if (!scopes.reaches(person.party(), RecordAction.READ)) {
        throw new NotFound(PersonDirectory.TYPE, one);
      }
      if (person.mergedInto() != null) {
        throw new Moved(PersonDirectory.TYPE, one, person.mergedInto().value());
      }
      Long revision = revisions.get(id);
      if (revision != null && revision != person.revision()) {
        throw new StaleRevision(PersonDirectory.TYPE, one);
      }
      held.put(id, person);
    }
    List<Person> people = ids.stream().map(held::get).toList();
    requireOneParty(people);
    if (!people.get(0).party().equals(card.party().id())) {
      throw new StaleRevision(PersonDirectory.TYPE, ids.get(0).value());
    }
    return people;
  }

  /** Refuses persons of different parties. */
  static void requireOneParty(List<Person> people) {
    Person survivor = people.get(0);
    for (Person person : people) {
      if (!person.party().equals(survivor.party())) {
        throw new Refused("problem.merge.parties", survivor.fullName(), person.fullName());
      }
    }
  }

  /** A person as a merge shows it. */
  static MergeCard shown(Person person) {
    return new MergeCard(
        RecordRef.of(PersonDirectory.TYPE, person.id(), person.fullName()),
        person.revision(),
        Stream.of(person.position(), person.department())
            .filter(Objects::nonNull)
            .collect(Collectors.joining(", ")));
  }

  private PersonMemo fields(Card card, List<Person> people, Map<String, Integer> places) {
    Person survivor = people.get(0);
    List<FieldTree> before = people.stream().map(PersonFields::bare).toList();
    final FieldTree after = FieldMerge.merged(before, places);
    final PersonId superior = survivor.chosenSuperior();
    final List<PersonId> candidates = candidates(people, places.get(PersonFields.SUPERIOR));

    List<Part> parts = move(people);
    survivor.takeOver(belongings.formerly(survivor.id()), acts.now());
    superiors.settle(card, people.stream().skip(1).map(Person::id).toList(), survivor);
    persons.change(card, survivor, PersonFields.data(survivor, after));
    superiors.choose(card, survivor, candidates);
    entities.write();
    return new PersonMemo(
        before.get(0).map(),
        PersonFields.bare(survivor).map(),
        PersonFields.number(superior),
        PersonFields.number(survivor.chosenSuperior()),
        parts);
  }

  /** The superior that was chosen, or all there are, the survivor's own first. */
  private static List<PersonId> candidates(List<Person> people, Integer place) {
    Stream<Person> from = place == null ? people.stream() : Stream.of(people.get(place));
    return from.map(Person::chosenSuperior).filter(Objects::nonNull).toList();
  }

  private List<Part> move(List<Person> people) {
    Person survivor = people.get(0);
    Act act = acts.now();
    people.stream().skip(1).forEach(person -> person.becomePartOf(survivor.id(), act));
    entities.write();
    List<Part> parts = new ArrayList<>();
    people.stream()
        .skip(1)
        .forEach(person -> parts.add(belongings.move(person.id(), survivor.id())));
    duplicates.forget(
        Compared.PERSON, people.stream().skip(1).map(person -> person.id().value()).toList());
    return parts;
  }
}
