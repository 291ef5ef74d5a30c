package org.kartoteka.core.internal.exchange;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.kartoteka.core.api.party.Email;
import org.kartoteka.core.api.party.PartyId;
import org.kartoteka.core.api.party.Phone;
import org.kartoteka.core.api.person.PersonData;
import org.kartoteka.core.api.person.PersonDirectory;
import org.kartoteka.core.internal.data.CorePermissions;
import org.kartoteka.core.internal.data.Entities;
import org.kartoteka.core.internal.domain.IdentifierType;
import org.kartoteka.core.internal.domain.Person;
import org.kartoteka.core.internal.party.PartyFinder;
import org.kartoteka.core.internal.party.PartyRecords;
import org.kartoteka.core.internal.party.PartyRecords.Card;
import org.kartoteka.core.internal.person.PersonFinder;
import org.kartoteka.core.internal.person.PersonRecords;
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
    List<RowOutcome> outcomes = new ArrayList<>();
    for (Map<String, String> row : rows) {
      try {
        outcomes.add(importRow(row));
      } catch (InvalidInput invalid) {
        outcomes.add(
            RowOutcome.refused(invalid.errors().stream().map(PersonImporter::of).toList()));
      }
    }
    entities.write();
    return outcomes;
  }

  private RowOutcome importRow(Map<String, String> row) {
    PartyId party = party(row.get("party"));
    PersonData data = data(row);
    Card card = parties.hold(party);
    if (card.party().isNaturalPerson()) {
      throw new InvalidInput(FieldError.of("party", "naturalPersonFull", card.party().name()));
    }
    PersonData normal = persons.normal(card.party(), data);
    entities.write();
    RecordRef known = personFinder.like(party, normal);
    if (known != null) {
      return RowOutcome.skipped(known);
    }
    Person added = persons.add(card, normal);
    return RowOutcome.created(RecordRef.of(PersonDirectory.TYPE, added.id(), added.fullName()));
  }

  private PartyId party(String text) {
    if (text == null) {
      throw new InvalidInput(FieldError.of("party", "required"));
    }
    List<RecordRef> found = List.copyOf(partyFinder.byNumber(List.of(text.strip())).values());
    if (found.isEmpty()) {
      found = byIdentifier(text.strip());
    }
    if (found.isEmpty()) {
      found = partyFinder.byName(text.strip());
    }
    if (found.size() != 1) {
      throw new InvalidInput(
          FieldError.of("party", found.isEmpty() ? "unknownParty" : "severalParties", text));
    }
    return new PartyId(Long.parseLong(found.get(0).id()));
  }

  private List<RecordRef> byIdentifier(String text) {
    List<String> values = new ArrayList<>();
    List<String> types = new ArrayList<>();
    for (IdentifierType type : IdentifierType.values()) {
      String normal = type.normal(text);
      if (!normal.isEmpty() && normal.chars().anyMatch(Character::isDigit)) {
        values.add(normal);
        types.add(type.name());
      }
    }
    return values.isEmpty()
        ? List.of()
        : partyFinder.byAnyIdentifier(values.stream().distinct().toList(), types);
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
