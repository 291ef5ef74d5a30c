package org.kartoteka.core.internal.person;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.kartoteka.core.api.party.PartyView;
import org.kartoteka.core.api.person.PersonData;
import org.kartoteka.core.api.person.PersonDirectory;
import org.kartoteka.core.api.person.PersonId;
import org.kartoteka.core.api.person.PersonView;
import org.kartoteka.core.api.person.event.PersonAdded;
import org.kartoteka.core.api.person.event.PersonChanged;
import org.kartoteka.core.api.person.event.PersonRemoved;
import org.kartoteka.core.internal.criteria.PartyScopes;
import org.kartoteka.core.internal.custom.CustomFieldBook;
import org.kartoteka.core.internal.data.Acts;
import org.kartoteka.core.internal.data.CoreRecords;
import org.kartoteka.core.internal.data.DefaultCountry;
import org.kartoteka.core.internal.data.Diary;
import org.kartoteka.core.internal.data.Diary.Creation;
import org.kartoteka.core.internal.data.Names;
import org.kartoteka.core.internal.data.PersonChanges;
import org.kartoteka.core.internal.domain.Note;
import org.kartoteka.core.internal.domain.Party;
import org.kartoteka.core.internal.domain.Person;
import org.kartoteka.core.internal.domain.PersonRules;
import org.kartoteka.core.internal.note.NoteRemoval;
import org.kartoteka.core.internal.party.PartyRecords;
import org.kartoteka.core.internal.party.PartyRecords.Card;
import org.kartoteka.platform.api.act.Act;
import org.kartoteka.platform.api.data.DataAccessFailed;
import org.kartoteka.platform.api.data.Sql;
import org.kartoteka.platform.api.data.UnitOfWork;
import org.kartoteka.platform.api.history.FieldChange;
import org.kartoteka.platform.api.problem.FieldError;
import org.kartoteka.platform.api.problem.InvalidInput;
import org.kartoteka.platform.api.problem.Refused;
import org.kartoteka.platform.api.record.RecordRef;
import org.kartoteka.platform.api.security.RecordAction;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The persons' cards, within a unit of work of the caller, who holds the party's card. */
@Component(service = PersonRecords.class)
public class PersonRecords {

  private final UnitOfWork unitOfWork;
  private final CoreRecords entities;
  private final PartyRecords parties;
  private final NoteRemoval notes;
  private final DefaultCountry country;
  private final CustomFieldBook custom;
  private final Acts acts;
  private final Names names;
  private final Diary diary;
  private final PartyScopes scopes;

  @Activate
  public PersonRecords(
      @Reference UnitOfWork unitOfWork,
      @Reference CoreRecords entities,
      @Reference PartyRecords parties,
      @Reference NoteRemoval notes,
      @Reference DefaultCountry country,
      @Reference CustomFieldBook custom,
      @Reference Acts acts,
      @Reference Names names,
      @Reference Diary diary,
      @Reference PartyScopes scopes) {
    this.unitOfWork = unitOfWork;
    this.entities = entities;
    this.parties = parties;
    this.notes = notes;
    this.country = country;
    this.custom = custom;
    this.acts = acts;
    this.names = names;
    this.diary = diary;
    this.scopes = scopes;
  }

  /** The data of a new person of the party in their normal form. */
  public PersonData normal(Party party, PersonData data) {
    return PersonRules.normal(
        data,
        region(party, data),
        (values, findings) ->
            custom
                .values(PersonDirectory.TYPE)
                .normal(values == null ? Map.of() : values, findings));
  }

  private PersonData normal(Party party, PersonData data, PersonView before) {
    return PersonRules.normal(
        data,
        region(party, data),
        (values, findings) ->
            values == null
                ? null
                : custom.values(PersonDirectory.TYPE).normal(values, before.custom(), findings));
  }

  /** A person to be added to an organisation whose card is held. */
  public record Addition(Card card, PersonData data) {}

  /** Adds a person; written with the next flush. */
  Person add(Card card, PersonData data) {
    PersonData normal = normal(card.party(), data);
    return addAll(List.of(new Addition(card, normal))).get(0);
  }

  /**
   * Adds persons; written with the next flush.
   *
   * @param additions with data in their normal form
   */
  public List<Person> addAll(List<Addition> additions) {
    List<Person> persons = new ArrayList<>();
    List<Creation> creations = new ArrayList<>();
    for (Addition addition : additions) {
      Party party = addition.card().party();
      if (party.isNaturalPerson()) {
        throw new Refused("problem.person.only-one", party.name());
      }
      requireSuperior(addition.card(), null, addition.data().superiorId());
      Person person = new Person(party.id(), addition.data(), acts.now());
      entities.add(person);
      persons.add(person);
      creations.add(
          new Creation(
              reference(person),
              PersonChanges.between(names, null, person.toView(party.name(), true, true)),
              new PersonAdded(person.id(), person.party(), person.fullName())));
    }
    diary.created(creations);
    return persons;
  }

  /** Changes a person that is held, and what its party shares with it. */
  public void change(Card card, Person person, PersonData data) {
    PersonView before = person.toView(card.party().name(), true, true);
    PartyView partyBefore = card.view();
    PersonData normal = whole(normal(card.party(), data, before), before);
    if (normal.equals(before.data())) {
      return;
    }
    if (!Objects.equals(normal.superiorId(), before.superiorId())) {
      requireSuperior(card, person.id(), normal.superiorId());
    }
    person.change(normal, acts.now());
    changed(before, person);
    if (person.isTheParty() && !card.view().data().equals(partyBefore.data())) {
      parties.follow(card, partyBefore);
    }
  }

  /** Chooses the superior of a person that is held; {@link #show} shows it. */
  public void choose(Card card, Person person, PersonId superior) {
    follow(card, person, () -> person.chooseSuperior(superior, acts.now()));
  }

  /** Shows the superior that the chosen one is part of now. */
  public void show(Card card, Person person, PersonId superior) {
    if (!Objects.equals(superior, person.superior())
        || Objects.equals(superior, person.chosenSuperior())) {
      follow(card, person, () -> person.showSuperior(superior, acts.now()));
    }
  }

  private void follow(Card card, Person person, Runnable act) {
    PersonView before = person.toView(card.party().name(), true, true);
    act.run();
    if (!Objects.equals(before.superiorId(), person.superior())) {
      changed(before, person);
    }
  }

  /** Removes a person that is held, with the notes about it. */
  public void remove(Card card, Person person) {
    if (person.isTheParty()) {
      throw new Refused("problem.person.is-the-party", person.fullName());
    }
    requireAlone(person);
    Act act = acts.now();
    for (Person below :
        entities.lockAll(
            Person.class, "select p from Person p where p.superiorId = ?1", person.id().value())) {
      PersonView before = below.toView(card.party().name(), true, true);
      below.loseSuperior(act);
      changed(before, below);
    }
    entities
        .all(Note.class, "select n from Note n where n.personId = ?1", person.id().value())
        .forEach(notes::recordRemoval);
    diary.removed(
        reference(person),
        PersonChanges.between(names, person.toView(card.party().name(), true, true), null),
        new PersonRemoved(person.id(), person.party(), person.fullName()));
    entities.write();
    delete(person);
  }

  private void requireAlone(Person person) {
    if (!entities
        .all(Person.class, "select p from Person p where p.mergedInto = ?1", person.id().value())
        .isEmpty()) {
      throw new Refused("problem.person.survivor", person.fullName());
    }
  }

  private void delete(Person person) {
    try {
      Sql.of(unitOfWork, "delete from core.note where person_id = ?", person.id()).update();
      Sql.of(unitOfWork, "delete from core.person where id = ?", person.id()).update();
    } catch (DataAccessFailed failed) {
      if ("23503".equals(failed.sqlState())) {
        throw new Refused("problem.person.in-use", person.fullName());
      }
      throw failed;
    }
  }

  private void requireSuperior(Card card, PersonId id, PersonId superior) {
    Person above = superior == null ? null : entities.find(Person.class, superior);
    if (superior != null
        && (above == null
            || above.mergedInto() != null
            || !scopes.reaches(above.party(), RecordAction.READ))) {
      throw new InvalidInput(FieldError.of("superiorId", "unknownPerson"));
    }
    if (above != null && !above.party().equals(card.party().id())) {
      throw new InvalidInput(FieldError.of("superiorId", "otherParty"));
    }
    while (above != null) {
      if (above.id().equals(id)) {
        throw new InvalidInput(FieldError.of("superiorId", "cycle"));
      }
      above = above.superior() == null ? null : entities.find(Person.class, above.superior());
    }
  }

  private void changed(PersonView before, Person person) {
    List<FieldChange> fields =
        PersonChanges.between(names, before, person.toView(before.partyName(), true, true));
    diary.changed(
        reference(person),
        fields,
        new PersonChanged(person.id(), person.party(), Diary.names(fields)));
  }

  private String region(Party party, PersonData data) {
    boolean noPhones =
        data.phones().isEmpty()
            && (data.privateData() == null || data.privateData().phones().isEmpty());
    return noPhones || party.country() != null ? party.country() : country.get();
  }

  /** With the groups of data that stay. */
  private static PersonData whole(PersonData data, PersonView before) {
    return data.toBuilder()
        .privateData(data.privateData() == null ? before.privateData() : data.privateData())
        .personalData(data.personalData() == null ? before.personalData() : data.personalData())
        .custom(data.custom() == null ? before.custom() : data.custom())
        .build();
  }

  private static RecordRef reference(Person person) {
    return RecordRef.of(PersonDirectory.TYPE, person.id(), person.fullName());
  }
}
