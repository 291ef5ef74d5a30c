package org.kartoteka.core.api.person;

import java.util.List;
import java.util.Map;
import org.kartoteka.core.api.party.Email;
import org.kartoteka.core.api.party.Phone;

/**
 * All that people can say of a person (TEN-8..11).
 *
 * @param sex {@code F}, {@code M} or null
 * @param superiorId another person of the same party; chains must not close to a ring
 * @param phones business phones
 * @param emails business e-mails
 * @param privateData null leaves the group as it is; it also stays when the user lacks the right to
 *     it
 * @param personalData null leaves the group as it is; it also stays when the user lacks the right
 *     to it
 * @param custom values of custom fields by name; null leaves them as they are
 */
public record PersonData(
    String firstName,
    String lastName,
    String sex,
    String remarks,
    String position,
    String department,
    String profession,
    String education,
    PersonId superiorId,
    List<Phone> phones,
    List<Email> emails,
    PrivateData privateData,
    PersonalData personalData,
    Map<String, Object> custom) {

  public PersonData {
    phones = phones == null ? List.of() : List.copyOf(phones);
    emails = emails == null ? List.of() : List.copyOf(emails);
  }

  /** A person whose custom fields stay as they are. */
  public PersonData(
      String firstName,
      String lastName,
      String sex,
      String remarks,
      String position,
      String department,
      String profession,
      String education,
      PersonId superiorId,
      List<Phone> phones,
      List<Email> emails,
      PrivateData privateData,
      PersonalData personalData) {
    this(
        firstName,
        lastName,
        sex,
        remarks,
        position,
        department,
        profession,
        education,
        superiorId,
        phones,
        emails,
        privateData,
        personalData,
        null);
  }

  /** A person of whom only the names are known. */
  public static PersonData named(String firstName, String lastName) {
    return new PersonData(
        firstName, lastName, null, null, null, null, null, null, null, null, null, null, null,
        null);
  }
}
