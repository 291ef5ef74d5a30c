package org.kartoteka.core.internal.exchange;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.kartoteka.core.api.party.Email;
import org.kartoteka.core.api.party.PartyId;
import org.kartoteka.core.api.party.Phone;
import org.kartoteka.core.api.person.PersonData;
import org.kartoteka.core.api.person.PersonDirectory;
import org.kartoteka.core.internal.data.CorePermissions;
import org.kartoteka.core.internal.data.Entities;
import org.kartoteka.core.internal.domain.Person;
import org.kartoteka.core.internal.party.PartyFinder;
import org.kartoteka.core.internal.party.PartyRecords;
import org.kartoteka.core.internal.party.PartyRecords.Card;
import org.kartoteka.core.internal.person.PersonFinder;
import org.kartoteka.core.internal.person.PersonFinder.Likeness;
import org.kartoteka.core.internal.person.PersonRecords;
import org.kartoteka.core.internal.person.PersonRecords.Addition;
import org.kartoteka.platform.api.exchange.ImportField;
import org.kartoteka.platform.api.exchange.RecordImporter;
import org.kartoteka.platform.api.exchange.RowOutcome;
import org.kartoteka.platform.api.problem.FieldError;
import org.kartoteka.platform.api.problem.InvalidInput;
import org.kartoteka.platform.api.record.RecordRef;
import org.kartoteka.platform.api.security.AccessControl;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Reads persons of organisations. The row names the party by its number, an identifier or its name.
 * A person of the same names and e-mail that the party has already is skipped.
 */
@Component
public final class PersonImporter implements RecordImporter {

  private static final List<ImportField> FIELDS =
      List.of(
          new ImportField(
              "party",
              true,
              List.of(
                  "company",
                  "company name",
                  "organisation",
                  "organization",
                  "firm",
                  "account",
                  "party number",
                  "customer",
                  "firma",
                  "kontrahent",
                  "podmiot",
                  "numer podmiotu",
                  "nip",
                  "фирма",
                  "контрагент",
                  "еик",
                  "компания",
                  "организация",
                  "инн")),
          field("firstName", "first name", "given name", "forename", "imię", "име", "имя"),
          field("lastName", "last name", "surname", "family name", "name", "nazwisko", "фамилия"),
          field("sex", "gender", "płeć", "пол"),
          field("position", "job title", "title", "stanowisko", "длъжност", "должность"),
          field("department", "dział", "отдел"),
          field("profession", "zawód", "професия", "профессия"),
          field("education", "wykształcenie", "образование"),
          field("phone", "telephone", "tel", "business phone", "telefon", "телефон"),
          field("mobile", "mobile phone", "cell phone", "komórka", "мобилен", "мобильный"),
          field("email", "e-mail", "email address", "mail", "adres e-mail", "имейл", "эл. почта"),
          field("remarks", "notes", "comment", "uwagi", "забележки", "примечания"));

  private final AccessControl access;
  private final Entities entities;
  private final PartyRecords parties;
  private final PartyFinder partyFinder;
  private final PersonRecords persons;
  private final PersonFinder personFinder;

  @Activate
  public PersonImporter(
      @Reference AccessControl access,
      @Reference Entities entities,
      @Reference PartyRecords parties,
      @Reference PartyFinder partyFinder,
      @Reference PersonRecords persons,
      @Reference PersonFinder personFinder) {
    this.access = access;
    this.entities = entities;
    this.parties = parties;
    this.partyFinder = partyFinder;
    this.persons = persons;
    this.personFinder = personFinder;
  }

  @Override
  public String type() {
    return PersonDirectory.TYPE;
  }

  @Override
  public String permission() {
    return CorePermissions.IMPORT;
  }

  @Override
  public List<ImportField> fields() {
    return FIELDS;
  }

  @Override
  public List<RowOutcome> importRows(List<Map<String, String>> rows) {
    access.require(CorePermissions.PERSON_CHANGE);
    NamedParties named = new NamedParties(partyFinder);
    named.find(rows.stream().map(row -> row.get("party")).filter(Objects::nonNull).toList());
    Map<PartyId, Card> cards = parties.holdOrganisations(named.unambiguous());
    List<Object> read = rows.stream().map(row -> read(row, named, cards)).toList();
    Map<Likeness, RecordRef> known =
        personFinder.like(
            read.stream()
                .filter(Addition.class::isInstance)
                .map(addition -> likeness((Addition) addition))
                .toList());
    List<Addition> fresh = new ArrayList<>();
    Map<Likeness, Integer> places = new HashMap<>();
    List<Function<List<Person>, RowOutcome>> outcomes = new ArrayList<>();
    for (Object row : read) {
      outcomes.add(
          row instanceof Addition addition
              ? outcome(addition, known, fresh, places)
              : persons -> (RowOutcome) row);
    }
    List<Person> persons = this.persons.addAll(fresh);
    entities.write();
    return outcomes.stream().map(outcome -> outcome.apply(persons)).toList();
  }

  /** The person to be added, or the refusal of the row. */
  private Object read(Map<String, String> row, NamedParties named, Map<PartyId, Card> cards) {
    try {
      RecordRef party = named.party(row.get("party"));
      Card card = cards.get(new PartyId(Long.parseLong(party.id())));
      if (card == null) {
        throw new InvalidInput(FieldError.of("party", "naturalPersonFull", party.label()));
      }
      return new Addition(card, persons.normal(card.party(), data(row)));
    } catch (InvalidInput invalid) {
      return RowOutcome.refused(invalid.errors().stream().map(PersonImporter::of).toList());
    }
  }

  /** What comes of a person, once the new ones have their cards. */
  private static Function<List<Person>, RowOutcome> outcome(
      Addition addition,
      Map<Likeness, RecordRef> known,
      List<Addition> fresh,
      Map<Likeness, Integer> places) {
    Likeness likeness = likeness(addition);
    if (known.containsKey(likeness)) {
      return persons -> RowOutcome.skipped(known.get(likeness));
    }
    Integer earlier = places.get(likeness);
    if (earlier != null) {
      return persons -> RowOutcome.skipped(reference(persons.get(earlier)));
    }
    int place = fresh.size();
    fresh.add(addition);
    places.put(likeness, place);
    return persons -> RowOutcome.created(reference(persons.get(place)));
  }

  private static Likeness likeness(Addition addition) {
    return Likeness.of(addition.card().party().id(), addition.data());
  }

  private static RecordRef reference(Person person) {
    return RecordRef.of(PersonDirectory.TYPE, person.id(), person.fullName());
  }

  private static PersonData data(Map<String, String> row) {
    List<Phone> phones = new ArrayList<>();
    if (row.containsKey("phone")) {
      phones.add(new Phone("OFFICE", row.get("phone")));
    }
    if (row.containsKey("mobile")) {
      phones.add(new Phone("MOBILE", row.get("mobile")));
    }
    return new PersonData(
        row.get("firstName"),
        row.get("lastName"),
        Sexes.code(row.get("sex")),
        row.get("remarks"),
        row.get("position"),
        row.get("department"),
        row.get("profession"),
        row.get("education"),
        null,
        phones,
        row.containsKey("email") ? List.of(new Email("OFFICE", row.get("email"))) : null,
        null,
        null);
  }

  private static FieldError of(FieldError error) {
    String field =
        error.field().startsWith("phones[")
            ? "phone"
            : error.field().startsWith("emails[") ? "email" : error.field();
    return new FieldError(field, error.code(), error.key(), error.arguments());
  }

  private static ImportField field(String name, String... aliases) {
    return new ImportField(name, false, List.of(aliases));
  }
}
