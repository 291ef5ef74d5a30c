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

  /** A person of whom only the names are known. */
  public static PersonData named(String firstName, String lastName) {
    return new PersonData(
        firstName, lastName, null, null, null, null, null, null, null, null, null, null, null,
        null);
  }

  /** The same, to be said otherwise in places. */
  public Builder toBuilder() {
    return new Builder(this);
  }

  /** What is said of a person, one thing after the other; a builder is used by one thread. */
  public static final class Builder {

    private String firstName;
    private String lastName;
    private String sex;
    private String remarks;
    private String position;
    private String department;
    private String profession;
    private String education;
    private PersonId superiorId;
    private List<Phone> phones;
    private List<Email> emails;
    private PrivateData privateData;
    private PersonalData personalData;
    private Map<String, Object> custom;

    private Builder(PersonData data) {
      firstName = data.firstName();
      lastName = data.lastName();
      sex = data.sex();
      remarks = data.remarks();
      position = data.position();
      department = data.department();
      profession = data.profession();
      education = data.education();
      superiorId = data.superiorId();
      phones = data.phones();
      emails = data.emails();
      privateData = data.privateData();
      personalData = data.personalData();
      custom = data.custom();
    }

    public Builder firstName(String value) {
      firstName = value;
      return this;
    }

    public Builder lastName(String value) {
      lastName = value;
      return this;
    }

    public Builder sex(String value) {
      sex = value;
      return this;
    }

    public Builder remarks(String value) {
      remarks = value;
      return this;
    }

    public Builder position(String value) {
      position = value;
      return this;
    }

    public Builder department(String value) {
      department = value;
      return this;
    }

    public Builder profession(String value) {
      profession = value;
      return this;
    }

    public Builder education(String value) {
      education = value;
      return this;
    }

    public Builder superiorId(PersonId value) {
      superiorId = value;
      return this;
    }

    public Builder phones(List<Phone> value) {
      phones = value;
      return this;
    }

    public Builder emails(List<Email> value) {
      emails = value;
      return this;
    }

    public Builder privateData(PrivateData value) {
      privateData = value;
      return this;
    }

    public Builder personalData(PersonalData value) {
      personalData = value;
      return this;
    }

    public Builder custom(Map<String, Object> value) {
      custom = value;
      return this;
    }

    public PersonData build() {
      return new PersonData(
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
          custom);
    }
  }
}
