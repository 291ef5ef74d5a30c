package org.kartoteka.core.internal.domain;

import java.time.DateTimeException;
import java.time.MonthDay;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiFunction;
import org.kartoteka.core.api.party.PartyPerson;
import org.kartoteka.core.api.person.PersonData;
import org.kartoteka.core.api.person.PersonalData;
import org.kartoteka.core.api.person.PrivateData;
import org.kartoteka.platform.api.problem.Findings;
import org.kartoteka.platform.api.problem.InvalidInput;

/** What may be said of a person. */
public final class PersonRules {

  private static final int FIRST_YEAR = 1850;
  private static final int LAST_YEAR = 2200;

  private final Findings findings = new Findings();
  private final ContactRules contacts = new ContactRules(findings);
  private final PersonData given;
  private final String region;
  private final BiFunction<Map<String, Object>, Findings, Map<String, Object>> custom;

  private PersonRules(
      PersonData given,
      String region,
      BiFunction<Map<String, Object>, Findings, Map<String, Object>> custom) {
    this.given = given;
    this.region = region;
    this.custom = custom;
  }

  /**
   * The data in their normal form.
   *
   * @param region the country of phone numbers written without one
   * @param custom brings the values of custom fields into their form, and notes what is wrong
   * @throws InvalidInput with all errors
   */
  public static PersonData normal(
      PersonData given,
      String region,
      BiFunction<Map<String, Object>, Findings, Map<String, Object>> custom) {
    return new PersonRules(given, region, custom).normal();
  }

  /** The names of a person as one. */
  public static String fullName(String firstName, String lastName) {
    return ((firstName == null ? "" : firstName) + " " + (lastName == null ? "" : lastName))
        .strip();
  }

  static PartyPerson names(String prefix, PartyPerson given, Findings findings) {
    String firstName = findings.line(prefix + "firstName", given.firstName(), Limits.PERSON_NAME);
    String lastName = findings.line(prefix + "lastName", given.lastName(), Limits.PERSON_NAME);
    if (firstName == null && lastName == null) {
      findings.add(prefix + "lastName", "required");
    }
    String sex = findings.line(prefix + "sex", given.sex(), 20);
    if (sex != null) {
      sex = sex.toUpperCase(Locale.ROOT);
      if (!sex.equals("F") && !sex.equals("M")) {
        findings.add(prefix + "sex", "sex");
      }
    }
    return new PartyPerson(firstName, lastName, sex);
  }

  private PersonData normal() {
    PartyPerson names =
        names("", new PartyPerson(given.firstName(), given.lastName(), given.sex()), findings);
    PersonData normal =
        new PersonData(
            names.firstName(),
            names.lastName(),
            names.sex(),
            findings.text("remarks", given.remarks(), Limits.REMARKS),
            findings.line("position", given.position(), 150),
            findings.line("department", given.department(), 150),
            findings.line("profession", given.profession(), 150),
            findings.line("education", given.education(), 300),
            given.superiorId(),
            contacts.phones("phones", given.phones(), region),
            contacts.emails("emails", given.emails()),
            privateData(given.privateData()),
            personalData(given.personalData()),
            custom.apply(given.custom(), findings));
    findings.throwIfAny();
    return normal;
  }

  private PrivateData privateData(PrivateData data) {
    return data == null
        ? null
        : new PrivateData(
            contacts.address("privateData.homeAddress", data.homeAddress()),
            contacts.phones("privateData.phones", data.phones(), region),
            contacts.emails("privateData.emails", data.emails()));
  }

  private PersonalData personalData(PersonalData data) {
    if (data == null) {
      return null;
    }
    if (data.birthday() != null
        && (data.birthday().getYear() < FIRST_YEAR || data.birthday().getYear() > LAST_YEAR)) {
      findings.add("personalData.birthday", "date");
    }
    return new PersonalData(
        data.birthday(),
        nameDay(findings.line("personalData.nameDay", data.nameDay(), 20)),
        findings.text("personalData.anniversaries", data.anniversaries(), 2000),
        findings.text("personalData.family", data.family(), 2000),
        findings.text("personalData.hobby", data.hobby(), 2000),
        findings.text("personalData.interests", data.interests(), 2000));
  }

  private String nameDay(String value) {
    if (value == null) {
      return null;
    }
    try {
      return MonthDay.parse(value.startsWith("--") ? value : "--" + value).toString();
    } catch (DateTimeException notADay) {
      findings.add("personalData.nameDay", "nameDay");
      return value;
    }
  }
}
