package org.kartoteka.core.internal.exchange;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.kartoteka.core.api.party.Address;
import org.kartoteka.core.api.party.Email;
import org.kartoteka.core.api.party.PartyPerson;
import org.kartoteka.core.api.party.Phone;
import org.kartoteka.core.api.person.PersonData;
import org.kartoteka.core.api.person.PersonId;
import org.kartoteka.core.api.person.PersonalData;
import org.kartoteka.core.api.person.PrivateData;
import org.kartoteka.platform.api.problem.FieldError;
import org.kartoteka.platform.api.problem.InvalidInput;

/** One row of an imported table as a person, or as the change of one. */
final class PersonRow {

  /** Fields that need the right to private contact data. */
  static final List<String> PRIVATE =
      List.of(
          "homeKind",
          "homeStreet",
          "homePostalCode",
          "homeCity",
          "homeRegion",
          "homeCountry",
          "privatePhones",
          "privateEmails");

  /** Fields that need the right to personal data. */
  static final List<String> PERSONAL =
      List.of("birthday", "nameDay", "anniversaries", "family", "hobby", "interests");

  /** First and last name in one cell. */
  private static final String WHOLE_NAME = "fullName";

  private static final DateTimeFormatter POINTS = DateTimeFormatter.ofPattern("d.M.uuuu");

  private final Map<String, String> cells;
  private final PersonData base;
  private final List<FieldError> unreadable = new ArrayList<>();

  /**
   * A row.
   *
   * @param cells by field; an empty one clears the field
   * @param base the person that is to be changed; null for a new one
   */
  PersonRow(Map<String, String> cells, PersonData base) {
    this.cells = cells;
    this.base = base;
  }

  /**
   * The person that the row describes; what it does not mention is as in the base.
   *
   * @throws InvalidInput when a cell cannot be understood at all
   */
  PersonData data() {
    PersonData data =
        new PersonData(
            text("firstName", PersonData::firstName),
            text("lastName", PersonData::lastName),
            Sexes.code(text("sex", PersonData::sex)),
            text("remarks", PersonData::remarks),
            text("position", PersonData::position),
            text("department", PersonData::department),
            text("profession", PersonData::profession),
            text("education", PersonData::education),
            superior(),
            phones(),
            emails(),
            privateData(),
            personalData(),
            CustomColumns.values(cells, base == null ? null : base.custom()));
    InvalidInput.throwIfAny(unreadable);
    return data;
  }

  /** The row with first and last name instead of the whole name in one cell. */
  static Map<String, String> named(Map<String, String> row) {
    String whole = row.get(WHOLE_NAME);
    if (whole == null) {
      return row;
    }
    Map<String, String> named = new LinkedHashMap<>(row);
    named.remove(WHOLE_NAME);
    if (!whole.isBlank() && !row.containsKey("firstName") && !row.containsKey("lastName")) {
      PartyPerson names = PartyRow.person(whole.strip(), null);
      named.put("firstName", names.firstName());
      named.put("lastName", names.lastName());
    }
    return named;
  }

  /** The errors with the names of the import's fields. */
  static List<FieldError> errors(List<FieldError> errors) {
    return errors.stream().map(PersonRow::placed).toList();
  }

  private static FieldError placed(FieldError error) {
    String field = error.field();
    String place = field;
    if (field.equals("superiorId")) {
      place = Superiors.NAME;
    } else if (field.startsWith("phones[")) {
      place = "phone";
    } else if (field.startsWith("emails[")) {
      place = "email";
    } else if (field.startsWith("privateData.phones")) {
      place = "privatePhones";
    } else if (field.startsWith("privateData.emails")) {
      place = "privateEmails";
    } else if (field.startsWith("privateData.homeAddress.")) {
      String part = field.substring(field.lastIndexOf('.') + 1);
      place = "home" + Character.toUpperCase(part.charAt(0)) + part.substring(1);
    } else if (field.startsWith("personalData.")) {
      place = field.substring("personalData.".length());
    }
    return new FieldError(place, error.code(), error.key(), error.arguments());
  }

  /** The superior, whose id the cell tells. */
  private PersonId superior() {
    if (!cells.containsKey(Superiors.NAME)) {
      return base == null ? null : base.superiorId();
    }
    String id = part(Superiors.NAME, null);
    return id == null ? null : new PersonId(Long.parseLong(id));
  }

  private List<Phone> phones() {
    Map<String, List<Phone>> fresh = new LinkedHashMap<>();
    Map<String, String> kinds = Map.of("phone", "OFFICE", "mobile", "MOBILE");
    for (String field : List.of("phone", "mobile")) {
      if (cells.containsKey(field)) {
        fresh.put(
            field,
            Packed.split(cells.get(field), ";").stream()
                .map(value -> new Phone(kinds.get(field), value))
                .toList());
      }
    }
    if (cells.containsKey("otherPhones")) {
      fresh.put("otherPhones", packedPhones("otherPhones"));
    }
    return Grouped.replaced(
        base == null ? List.of() : base.phones(),
        one ->
            "OFFICE".equals(one.kind())
                ? "phone"
                : "MOBILE".equals(one.kind()) ? "mobile" : "otherPhones",
        fresh);
  }

  private List<Email> emails() {
    Map<String, List<Email>> fresh = new LinkedHashMap<>();
    if (cells.containsKey("email")) {
      fresh.put(
          "email",
          Packed.split(cells.get("email"), ";, \n").stream()
              .map(value -> new Email("OFFICE", value))
              .toList());
    }
    if (cells.containsKey("otherEmails")) {
      fresh.put("otherEmails", packedEmails("otherEmails"));
    }
    return Grouped.replaced(
        base == null ? List.of() : base.emails(),
        one -> "OFFICE".equals(one.kind()) ? "email" : "otherEmails",
        fresh);
  }

  /** Null, which leaves the group as it is, unless the row mentions it. */
  private PrivateData privateData() {
    PrivateData present = base == null ? null : base.privateData();
    if (PRIVATE.stream().noneMatch(cells::containsKey)) {
      return present;
    }
    Address home = present == null ? null : present.homeAddress();
    Address address =
        new Address(
            part("homeKind", home == null ? "HOME" : home.kind()),
            part("homeStreet", home == null ? null : home.street()),
            part("homePostalCode", home == null ? null : home.postalCode()),
            part("homeCity", home == null ? null : home.city()),
            part("homeRegion", home == null ? null : home.region()),
            CodeNames.country(part("homeCountry", home == null ? null : home.country())));
    return new PrivateData(
        address,
        cells.containsKey("privatePhones")
            ? packedPhones("privatePhones")
            : present == null ? null : present.phones(),
        cells.containsKey("privateEmails")
            ? packedEmails("privateEmails")
            : present == null ? null : present.emails());
  }

  private PersonalData personalData() {
    PersonalData present = base == null ? null : base.personalData();
    if (PERSONAL.stream().noneMatch(cells::containsKey)) {
      return present;
    }
    return new PersonalData(
        cells.containsKey("birthday") ? date() : present == null ? null : present.birthday(),
        part("nameDay", present == null ? null : present.nameDay()),
        part("anniversaries", present == null ? null : present.anniversaries()),
        part("family", present == null ? null : present.family()),
        part("hobby", present == null ? null : present.hobby()),
        part("interests", present == null ? null : present.interests()));
  }

  private LocalDate date() {
    String text = part("birthday", null);
    if (text == null) {
      return null;
    }
    String day = text.strip();
    try {
      return day.indexOf('.') > 0 ? LocalDate.parse(day, POINTS) : LocalDate.parse(day);
    } catch (DateTimeException words) {
      unreadable.add(FieldError.of("birthday", "date"));
      return null;
    }
  }

  private List<Phone> packedPhones(String field) {
    return Packed.ofKinds(cells.get(field), "PRIVATE", Phone::new);
  }

  private List<Email> packedEmails(String field) {
    return Packed.ofKinds(cells.get(field), "PRIVATE", Email::new);
  }

  private String text(String field, Function<PersonData, String> present) {
    return part(field, base == null ? null : present.apply(base));
  }

  private String part(String field, String present) {
    if (!cells.containsKey(field)) {
      return present;
    }
    String cell = cells.get(field);
    return cell == null || cell.isBlank() ? null : cell;
  }
}
