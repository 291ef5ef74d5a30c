package org.kartoteka.core.internal.person;

import static org.kartoteka.core.internal.data.CorePermissions.PERSON_CHANGE;
import static org.kartoteka.core.internal.data.CorePermissions.PERSON_PERSONAL;
import static org.kartoteka.core.internal.data.CorePermissions.PERSON_PRIVATE;
import static org.kartoteka.core.internal.data.CorePermissions.PERSON_READ;

import java.util.Optional;
import org.kartoteka.core.api.party.PartyId;
import org.kartoteka.core.api.person.PersonData;
import org.kartoteka.core.api.person.PersonDirectory;
import org.kartoteka.core.api.person.PersonId;
import org.kartoteka.core.api.person.PersonQuery;
import org.kartoteka.core.api.person.PersonView;
import org.kartoteka.core.internal.criteria.PartyScopes;
import org.kartoteka.core.internal.data.CoreRecords;
import org.kartoteka.core.internal.domain.Person;
import org.kartoteka.core.internal.party.PartyRecords;
import org.kartoteka.core.internal.party.PartyRecords.Card;
import org.kartoteka.platform.api.data.ExpectedRevision;
import org.kartoteka.platform.api.data.Page;
import org.kartoteka.platform.api.data.PageRequest;
import org.kartoteka.platform.api.data.UnitOfWork;
import org.kartoteka.platform.api.problem.Moved;
import org.kartoteka.platform.api.problem.NotFound;
import org.kartoteka.platform.api.problem.Problem;
import org.kartoteka.platform.api.problem.StaleRevision;
import org.kartoteka.platform.api.security.AccessControl;
import org.kartoteka.platform.api.security.RecordAction;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The people with whom contact is kept. */
@Component
public final class PersonDirectoryService implements PersonDirectory {

  private final UnitOfWork unitOfWork;
  private final AccessControl access;
  private final CoreRecords entities;
  private final PartyRecords parties;
  private final PersonRecords records;
  private final PersonLists lists;
  private final PrivateReadings readings;
  private final PartyScopes scopes;

  @Activate
  public PersonDirectoryService(
      @Reference UnitOfWork unitOfWork,
      @Reference AccessControl access,
      @Reference CoreRecords entities,
      @Reference PartyRecords parties,
      @Reference PersonRecords records,
      @Reference PersonLists lists,
      @Reference PrivateReadings readings,
      @Reference PartyScopes scopes) {
    this.unitOfWork = unitOfWork;
    this.access = access;
    this.entities = entities;
    this.parties = parties;
    this.records = records;
    this.lists = lists;
    this.readings = readings;
    this.scopes = scopes;
  }

  @Override
  public PersonView add(PartyId party, PersonData data) {
    access.require(PERSON_CHANGE);
    return unitOfWork.callRepeatably(
        () -> {
          Card card = parties.hold(party);
          Person person = records.add(card, permitted(data));
          entities.write();
          return view(person, card.party().name());
        });
  }

  @Override
  public PersonView change(PersonId id, ExpectedRevision revision, PersonData data) {
    access.require(PERSON_CHANGE);
    return unitOfWork.callRepeatably(
        () -> {
          Card card = cardOf(id);
          Person person = held(card, id, revision);
          records.change(card, person, permitted(data));
          entities.write();
          return view(person, card.party().name());
        });
  }

  @Override
  public void remove(PersonId id, ExpectedRevision revision) {
    access.require(PERSON_CHANGE);
    unitOfWork.runRepeatably(
        () -> {
          Card card = cardOf(id);
          records.remove(card, held(card, id, revision));
        });
  }

  @Override
  public Optional<PersonView> find(PersonId id) {
    access.require(PERSON_READ);
    Optional<PersonView> found =
        unitOfWork.read(
            () ->
                known(id)
                    .filter(person -> person.mergedInto() == null)
                    .map(person -> view(person, lists.partyName(person.party()))));
    readings.of(found.stream().toList());
    return found;
  }

  @Override
  public PersonView get(PersonId id) {
    return find(id)
        .orElseThrow(
            () ->
                unitOfWork
                    .call(() -> known(id))
                    .map(Person::mergedInto)
                    .<Problem>map(other -> new Moved(TYPE, id.value(), other.value()))
                    .orElseGet(() -> unknown(id)));
  }

  @Override
  public Page<PersonView> page(PersonQuery query, PageRequest request) {
    access.require(PERSON_READ);
    Page<PersonView> page =
        unitOfWork.read(
            () -> lists.page(query, request).map(row -> view(row.person(), row.partyName())));
    readings.of(page.items());
    return page;
  }

  @Override
  public Page<PersonView> brief(PersonQuery query, PageRequest request) {
    access.require(PERSON_READ);
    return unitOfWork.read(
        () ->
            lists
                .page(query, request)
                .map(row -> row.person().toView(row.partyName(), false, false)));
  }

  @Override
  public long count(PersonQuery query, long atMost) {
    access.require(PERSON_READ);
    return unitOfWork.read(() -> lists.count(query, atMost));
  }

  /** The person, if it is there for this user. */
  private Optional<Person> known(PersonId id) {
    return Optional.ofNullable(entities.find(Person.class, id))
        .filter(person -> scopes.reaches(person.party(), RecordAction.READ));
  }

  /** Holds the party first: whoever changes a person holds its party (TEN-7). */
  private Card cardOf(PersonId id) {
    return parties.hold(known(id).orElseThrow(() -> unknown(id)).party());
  }

  private Person held(Card card, PersonId id, ExpectedRevision revision) {
    Person person = entities.require(Person.class, id, TYPE);
    if (!person.party().equals(card.party().id())) {
      throw new StaleRevision(TYPE, id.value());
    }
    if (person.mergedInto() != null) {
      throw new Moved(TYPE, id.value(), person.mergedInto().value());
    }
    revision.check(person.revision(), TYPE, id.value());
    return person;
  }

  private PersonView view(Person person, String partyName) {
    return person.toView(partyName, access.may(PERSON_PRIVATE), access.may(PERSON_PERSONAL));
  }

  /** Without the groups of data that the user has no right to: those stay as they are. */
  private PersonData permitted(PersonData data) {
    return data.toBuilder()
        .privateData(access.may(PERSON_PRIVATE) ? data.privateData() : null)
        .personalData(access.may(PERSON_PERSONAL) ? data.personalData() : null)
        .build();
  }

  private static NotFound unknown(PersonId id) {
    return new NotFound(TYPE, id.value());
  }
}
