package org.kartoteka.core.internal.merge;

import static org.kartoteka.core.internal.data.CorePermissions.PERSON_PERSONAL;
import static org.kartoteka.core.internal.data.CorePermissions.PERSON_PRIVATE;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.kartoteka.core.api.merge.MergeField;
import org.kartoteka.core.api.merge.MergePreview;
import org.kartoteka.core.api.merge.MovedRecords;
import org.kartoteka.core.api.party.PartyId;
import org.kartoteka.core.api.party.PartyRegister;
import org.kartoteka.core.api.party.PartyView;
import org.kartoteka.core.api.person.PersonDirectory;
import org.kartoteka.core.api.person.PersonId;
import org.kartoteka.core.api.person.PersonView;
import org.kartoteka.core.internal.criteria.PartyScopes;
import org.kartoteka.core.internal.data.CoreRecords;
import org.kartoteka.core.internal.data.Names;
import org.kartoteka.core.internal.data.Phrases;
import org.kartoteka.core.internal.domain.Person;
import org.kartoteka.core.internal.party.PartyRecords;
import org.kartoteka.core.internal.party.PartyRecords.Card;
import org.kartoteka.platform.api.problem.Moved;
import org.kartoteka.platform.api.problem.NotFound;
import org.kartoteka.platform.api.record.Id;
import org.kartoteka.platform.api.security.AccessControl;
import org.kartoteka.platform.api.security.RecordAction;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Shows what a merge would do. */
@Component(service = MergePreviews.class)
public class MergePreviews {

  private final PartyRecords parties;
  private final CoreRecords entities;
  private final Belongings belongings;
  private final PersonBelongings personBelongings;
  private final MergeParticipants participants;
  private final Names names;
  private final AccessControl access;
  private final PartyScopes scopes;

  @Activate
  public MergePreviews(
      @Reference PartyRecords parties,
      @Reference CoreRecords entities,
      @Reference Belongings belongings,
      @Reference PersonBelongings personBelongings,
      @Reference MergeParticipants participants,
      @Reference Names names,
      @Reference AccessControl access,
      @Reference PartyScopes scopes) {
    this.parties = parties;
    this.entities = entities;
    this.belongings = belongings;
    this.personBelongings = personBelongings;
    this.participants = participants;
    this.names = names;
    this.access = access;
    this.scopes = scopes;
  }

  MergePreview of(PartyId survivor, List<PartyId> merged) {
    MergeCards cards =
        new MergeCards(MergeCards.check(survivor, merged).stream().map(this::card).toList());
    List<PartyView> views = cards.all().stream().map(Card::view).toList();
    List<MergeField> fields =
        fields(cards.fields(), (place, name, value) -> text(views.get(place), name, value));
    List<String> statuses = views.stream().map(party -> party.status().name()).toList();
    fields.add(Math.min(1, fields.size()), field(MergeCards.STATUS, false, statuses, 0));
    return new MergePreview(
        cards.all().stream().map(MergeCards::shown).toList(),
        fields,
        moved(PartyRegister.TYPE, merged, belongings::count),
        participants.absent(PartyRegister.TYPE));
  }

  /** Persons side by side, without the groups of data that the user has no right to. */
  MergePreview ofPersons(PersonId survivor, List<PersonId> merged) {
    List<Person> persons = MergeCards.check(survivor, merged).stream().map(this::person).toList();
    PersonMerge.requireOneParty(persons);
    List<PersonView> views =
        persons.stream()
            .map(
                person ->
                    person.toView("", access.may(PERSON_PRIVATE), access.may(PERSON_PERSONAL)))
            .toList();
    List<FieldTree> trees = views.stream().map(view -> FieldTree.of(view.data())).toList();
    trees.forEach(tree -> tree.map().keySet().removeAll(PersonFields.GROUPS));
    return new MergePreview(
        persons.stream().map(PersonMerge::shown).toList(),
        fields(trees, (place, name, value) -> text(views.get(place), name, value)),
        moved(PersonDirectory.TYPE, merged, personBelongings::count),
        participants.absent(PersonDirectory.TYPE));
  }

  private Card card(PartyId id) {
    Card card = parties.find(id);
    if (card == null) {
      throw new NotFound(PartyRegister.TYPE, id.value());
    }
    if (card.party().mergedInto() != null) {
      throw new Moved(PartyRegister.TYPE, id.value(), card.party().mergedInto().value());
    }
    return card;
  }

  private Person person(PersonId id) {
    Person person = entities.find(Person.class, id);
    if (person == null || !scopes.reaches(person.party(), RecordAction.READ)) {
      throw new NotFound(PersonDirectory.TYPE, id.value());
    }
    if (person.mergedInto() != null) {
      throw new Moved(PersonDirectory.TYPE, id.value(), person.mergedInto().value());
    }
    return person;
  }

  /** Says the value of a field of one of the cards, which is not empty. */
  @FunctionalInterface
  private interface Wording {
    String text(int place, String field, Object value);
  }

  private static List<MergeField> fields(List<FieldTree> trees, Wording wording) {
    List<MergeField> fields = new ArrayList<>();
    for (String name : FieldMerge.names(trees)) {
      List<String> texts = new ArrayList<>();
      for (int place = 0; place < trees.size(); place++) {
        Object value = trees.get(place).get(name);
        texts.add(FieldTree.isEmpty(value) ? null : wording.text(place, name, value));
      }
      fields.add(
          field(name, FieldMerge.isList(name, trees), texts, FieldMerge.suggested(name, trees)));
    }
    return fields;
  }

  private static MergeField field(String name, boolean list, List<String> texts, int suggested) {
    long different = texts.stream().filter(Objects::nonNull).distinct().count();
    return new MergeField(
        name, list, different > 1, Collections.unmodifiableList(texts), suggested);
  }

  private String text(PartyView party, String name, Object value) {
    return switch (name) {
      case "identifiers" ->
          Phrases.joined(party.identifiers(), one -> one.type() + ": " + one.value());
      case "addresses" -> Phrases.addresses(party.addresses());
      case "phones" -> Phrases.phones(party.phones());
      case "emails" -> Phrases.emails(party.emails());
      case "bankAccounts" -> Phrases.joined(party.bankAccounts(), one -> one.iban());
      case "ownerId" -> names.user(party.ownerId());
      case "person" ->
          Phrases.phrase(
              " ", party.person().firstName(), party.person().lastName(), party.person().sex());
      case "tags" -> String.join(", ", party.tags());
      case "roles" -> String.join(", ", party.roles());
      default -> value.toString();
    };
  }

  private String text(PersonView person, String name, Object value) {
    return switch (name) {
      case "superiorId" -> names.person(person.superiorId());
      case "phones" -> Phrases.phones(person.phones());
      case "emails" -> Phrases.emails(person.emails());
      case "privateData.homeAddress" -> Phrases.address(person.privateData().homeAddress());
      case "privateData.phones" -> Phrases.phones(person.privateData().phones());
      case "privateData.emails" -> Phrases.emails(person.privateData().emails());
      default -> value.toString();
    };
  }

  private <I extends Id> List<MovedRecords> moved(
      String type, List<I> merged, Function<I, List<MovedRecords>> own) {
    Map<String, Long> sums = new LinkedHashMap<>();
    for (I card : merged) {
      own.apply(card).forEach(one -> sums.merge(one.what(), one.count(), Long::sum));
      participants
          .count(type, card.value())
          .forEach(one -> sums.merge(one.what(), one.count(), Long::sum));
    }
    return sums.entrySet().stream()
        .map(one -> new MovedRecords(one.getKey(), one.getValue()))
        .toList();
  }
}
