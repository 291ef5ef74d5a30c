package org.kartoteka.core.internal.party;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.kartoteka.core.api.party.PartyData;
import org.kartoteka.core.api.party.PartyId;
import org.kartoteka.core.api.party.PartyKind;
import org.kartoteka.core.api.party.PartyRegister;
import org.kartoteka.core.api.party.PartyStatus;
import org.kartoteka.core.api.party.PartyView;
import org.kartoteka.core.api.party.event.PartyChanged;
import org.kartoteka.core.api.party.event.PartyRegistered;
import org.kartoteka.core.api.party.event.PartyStatusChanged;
import org.kartoteka.core.api.person.PersonDirectory;
import org.kartoteka.core.api.person.PersonView;
import org.kartoteka.core.api.person.event.PersonAdded;
import org.kartoteka.core.api.person.event.PersonChanged;
import org.kartoteka.core.internal.criteria.PartyScopes;
import org.kartoteka.core.internal.custom.CustomFieldBook;
import org.kartoteka.core.internal.data.Acts;
import org.kartoteka.core.internal.data.BrokenConstraint;
import org.kartoteka.core.internal.data.CoreRecords;
import org.kartoteka.core.internal.data.DefaultCountry;
import org.kartoteka.core.internal.data.Diary;
import org.kartoteka.core.internal.data.Diary.Creation;
import org.kartoteka.core.internal.data.Names;
import org.kartoteka.core.internal.data.PersonChanges;
import org.kartoteka.core.internal.domain.Party;
import org.kartoteka.core.internal.domain.PartyRules;
import org.kartoteka.core.internal.domain.Person;
import org.kartoteka.platform.api.act.Act;
import org.kartoteka.platform.api.history.FieldChange;
import org.kartoteka.platform.api.problem.Moved;
import org.kartoteka.platform.api.record.RecordRef;
import org.kartoteka.platform.api.security.RecordAction;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * The cards themselves, within a unit of work of the caller, who has checked the rights. A natural
 * person's card and the card of its one person change together; both are always taken in the order
 * party, person, so that two changes at once never wait for each other (TEN-7).
 */
@Component(service = PartyRecords.class)
public class PartyRecords {

  /** From so many on it pays to prepare the database for them. */
  private static final int MANY = 50;

  private final CoreRecords entities;
  private final PartyNumbers numbers;
  private final PartyTags tags;
  private final DefaultCountry country;
  private final CustomFieldBook custom;
  private final PartyAdmissions admissions;
  private final Acts acts;
  private final Names names;
  private final Diary diary;
  private final PartyScopes scopes;

  @Activate
  public PartyRecords(
      @Reference CoreRecords entities,
      @Reference PartyNumbers numbers,
      @Reference PartyTags tags,
      @Reference DefaultCountry country,
      @Reference CustomFieldBook custom,
      @Reference PartyAdmissions admissions,
      @Reference Acts acts,
      @Reference Names names,
      @Reference Diary diary,
      @Reference PartyScopes scopes) {
    this.entities = entities;
    this.numbers = numbers;
    this.tags = tags;
    this.country = country;
    this.custom = custom;
    this.admissions = admissions;
    this.acts = acts;
    this.names = names;
    this.diary = diary;
    this.scopes = scopes;
  }

  /** A card with the person of a natural person; null for an organisation. */
  public record Card(Party party, Person person) {

    /** The card as others see it. */
    public PartyView view() {
      return party.toView(person);
    }

    /** What refers to it. */
    public RecordRef reference() {
      return RecordRef.of(PartyRegister.TYPE, party.id(), party.name());
    }
  }

  /** The data of a new party in their normal form. */
  public PartyData normal(PartyData data) {
    PartyData normal = PartyRules.normal(data, country, custom.values(PartyRegister.TYPE)::normal);
    PartyData owned = normal.ownedBy(scopes.ownerOfNew(normal.ownerId()));
    scopes.requireOwner(null, owned.ownerId());
    return owned;
  }

  /** The data of a party that is there already in their normal form. */
  public PartyData normal(PartyData data, PartyView before) {
    return PartyRules.normal(
        data,
        country,
        (values, findings) ->
            custom.values(PartyRegister.TYPE).normal(values, before.custom(), findings));
  }

  /** Checks that no party has the number. */
  public void requireFree(String number) {
    numbers.requireFree(number, null);
  }

  /**
   * Adds a card; it is written with the next {@link #write}.
   *
   * @param data in their normal form, with a free number or none
   */
  public Card register(PartyData data) {
    return registerAll(List.of(data)).get(0);
  }

  /** Adds cards, as {@link #register} does one. */
  public List<Card> registerAll(List<PartyData> parties) {
    if (parties.size() >= MANY) {
      entities.expectMany();
    }
    Act act = acts.now();
    int numberless = (int) parties.stream().filter(data -> data.number() == null).count();
    Iterator<String> free = numbers.next(numberless).iterator();
    List<Card> cards = new ArrayList<>();
    List<Creation> creations = new ArrayList<>();
    for (PartyData data : parties) {
      Party party = new Party(data, data.number() == null ? free.next() : data.number(), act);
      entities.add(party);
      Person person = null;
      if (party.isNaturalPerson()) {
        person = Person.ofNaturalPerson(party.id(), data, act);
        entities.add(person);
      }
      Card card = new Card(party, person);
      cards.add(card);
      tags.changed(List.of(), data.tags());
      creations.addAll(creations(card));
    }
    diary.created(creations);
    admissions.registered(cards.stream().map(Card::party).toList(), act);
    return cards;
  }

  private List<Creation> creations(Card card) {
    Party party = card.party();
    Person person = card.person();
    Creation ofParty =
        new Creation(
            card.reference(),
            PartyChanges.between(names, null, card.view()),
            new PartyRegistered(party.id(), party.kind(), party.name()));
    if (person == null) {
      return List.of(ofParty);
    }
    return List.of(
        ofParty,
        new Creation(
            reference(person),
            PersonChanges.between(names, null, person.toView(party.name(), true, true)),
            new PersonAdded(person.id(), party.id(), person.fullName())));
  }

  /** Changes a card that is held; it is written with the next {@link #write}. */
  public void change(Card card, PartyData data) {
    PartyView before = card.view();
    PartyData normal = normal(data, before);
    if (normal.number() != null && !normal.number().equals(before.number())) {
      numbers.requireFree(normal.number(), before.id());
    }
    if (sameAs(before.data(), normal)) {
      return;
    }
    if (!Objects.equals(before.ownerId(), normal.ownerId())) {
      scopes.requireOwner(before.id(), normal.ownerId());
    }
    Act act = acts.now();
    card.party().change(normal, act);
    tags.changed(before.tags(), normal.tags());
    if (card.person() != null && card.person().differsFrom(normal)) {
      PersonView personBefore = card.person().toView(before.name(), true, true);
      card.person().changeShared(normal, act);
      changed(personBefore, card.person());
    }
    changed(before, card);
  }

  /** Takes over into a natural person's card what was changed on its person's card (TEN-7). */
  public void follow(Card card, PartyView before) {
    card.party().follow(card.person(), acts.now());
    changed(before, card);
  }

  /** Whether a party may have the status as soon as it is registered. */
  public boolean admitsNew(PartyStatus status) {
    return !PartyAdmissions.waits(status) || !admissions.required();
  }

  /** Changes the status of a card that is held; it is written with the next {@link #write}. */
  public void changeStatus(Card card, PartyStatus status, String reason) {
    PartyStatus before = card.party().status();
    if (before == status) {
      return;
    }
    admissions.require(card.party(), status);
    card.party().changeStatus(status, reason, acts.now());
    diary.changed(
        card.reference(),
        reason == null
            ? List.of(new FieldChange("status", before.name(), status.name()))
            : List.of(
                new FieldChange("status", before.name(), status.name()),
                new FieldChange("statusReason", null, reason)),
        new PartyStatusChanged(card.party().id(), before, status, reason));
  }

  /** Works on many cards; what the history and the journal say of them is written together. */
  public <T> T together(Supplier<T> work) {
    return diary.together(work);
  }

  /** Writes what was registered and changed. */
  public void write(String number) {
    tags.write();
    try {
      entities.write();
    } catch (BrokenConstraint broken) {
      if (broken.is("party_number")) {
        throw PartyNumbers.taken(number == null ? "" : number);
      }
      throw broken;
    }
  }

  /** The card for reading; null when there is none, or not for this user. */
  public Card find(PartyId id) {
    Party party = entities.find(Party.class, id);
    return party == null || !scopes.reaches(id, RecordAction.READ)
        ? null
        : new Card(party, party.isNaturalPerson() ? person(party) : null);
  }

  /**
   * The card, held against other changes until the transaction ends, for those who may change it.
   */
  public Card hold(PartyId id) {
    return hold(id, RecordAction.CHANGE);
  }

  /** The card, held for this action, for those whom it reaches. */
  public Card hold(PartyId id, RecordAction action) {
    Card card = holdAny(id, action);
    if (card.party().mergedInto() != null) {
      throw new Moved(PartyRegister.TYPE, id.value(), card.party().mergedInto().value());
    }
    return card;
  }

  /** The card, held as {@link #hold} does, though it may have become part of another. */
  public Card holdAny(PartyId id) {
    return holdAny(id, RecordAction.CHANGE);
  }

  private Card holdAny(PartyId id, RecordAction action) {
    scopes.requireReach(id, action);
    Party party = entities.require(Party.class, id, PartyRegister.TYPE);
    if (!party.isNaturalPerson()) {
      return new Card(party, null);
    }
    return new Card(party, entities.lock(Person.class, person(party).id()));
  }

  /** The cards of organisations, held as {@link #hold} does one, always in the same order. */
  public Map<PartyId, Card> holdOrganisations(Collection<PartyId> wanted) {
    Map<PartyId, Card> held = new HashMap<>();
    Collection<PartyId> ids = scopes.within(wanted, RecordAction.CHANGE);
    if (!ids.isEmpty()) {
      entities
          .lockAll(
              Party.class,
              "select p from Party p where p.id in ?1 and p.kind = ?2 and p.mergedInto is null"
                  + " order by p.id",
              ids.stream().map(PartyId::value).toList(),
              PartyKind.ORGANISATION)
          .forEach(party -> held.put(party.id(), new Card(party, null)));
    }
    return held;
  }

  /** The cards for this action; those that do not exist, or not for this user, are left out. */
  public Map<PartyId, Card> findAll(Collection<PartyId> wanted, RecordAction action) {
    Map<PartyId, Card> found = new HashMap<>();
    Collection<PartyId> ids = scopes.within(wanted, action);
    if (ids.isEmpty()) {
      return found;
    }
    List<Long> numbers = ids.stream().map(PartyId::value).distinct().toList();
    Map<PartyId, Person> persons = new HashMap<>();
    entities
        .all(
            Person.class,
            "select p from Person p where p.partyId in ?1 and p.partyKind = ?2",
            numbers,
            PartyKind.NATURAL_PERSON)
        .forEach(person -> persons.put(person.party(), person));
    entities
        .all(
            Party.class, "select p from Party p where p.id in ?1 and p.mergedInto is null", numbers)
        .forEach(party -> found.put(party.id(), new Card(party, persons.get(party.id()))));
    return found;
  }

  /**
   * The cards, held as {@link #hold} does one, always in the same order; those that do not exist,
   * or that the user may not change, are left out.
   */
  public Map<PartyId, Card> holdAll(Collection<PartyId> wanted) {
    Map<PartyId, Card> held = new HashMap<>();
    Collection<PartyId> ids = scopes.within(wanted, RecordAction.CHANGE);
    if (ids.isEmpty()) {
      return held;
    }
    List<Party> parties =
        entities.lockAll(
            Party.class,
            "select p from Party p where p.id in ?1 and p.mergedInto is null order by p.id",
            ids.stream().map(PartyId::value).distinct().toList());
    List<Long> natural =
        parties.stream().filter(Party::isNaturalPerson).map(one -> one.id().value()).toList();
    Map<PartyId, Person> persons = new HashMap<>();
    if (!natural.isEmpty()) {
      entities
          .lockAll(
              Person.class, "select p from Person p where p.partyId in ?1 order by p.id", natural)
          .forEach(person -> persons.put(person.party(), person));
    }
    parties.forEach(party -> held.put(party.id(), new Card(party, persons.get(party.id()))));
    return held;
  }

  private Person person(Party party) {
    return entities
        .all(
            Person.class,
            "select p from Person p where p.partyId = ?1 order by p.id",
            party.id().value())
        .get(0);
  }

  private void changed(PartyView before, Card card) {
    List<FieldChange> fields = PartyChanges.between(names, before, card.view());
    diary.changed(
        card.reference(),
        fields,
        new PartyChanged(card.party().id(), card.party().name(), Diary.names(fields)));
  }

  private void changed(PersonView before, Person person) {
    List<FieldChange> fields =
        PersonChanges.between(names, before, person.toView(before.partyName(), true, true));
    diary.changed(
        reference(person),
        fields,
        new PersonChanged(person.id(), person.party(), Diary.names(fields)));
  }

  private static RecordRef reference(Person person) {
    return RecordRef.of(PersonDirectory.TYPE, person.id(), person.fullName());
  }

  private static boolean sameAs(PartyData before, PartyData normal) {
    PartyData numbered =
        normal.number() != null
            ? normal
            : new PartyData(
                normal.kind(),
                normal.name(),
                normal.shortName(),
                before.number(),
                normal.identifiers(),
                normal.addresses(),
                normal.phones(),
                normal.emails(),
                normal.web(),
                normal.bankAccounts(),
                normal.paymentTermDays(),
                normal.documentText(),
                normal.language(),
                normal.currency(),
                normal.rating(),
                normal.ownerId(),
                normal.tags(),
                normal.roles(),
                normal.person(),
                normal.custom());
    return before.equals(numbered);
  }
}
