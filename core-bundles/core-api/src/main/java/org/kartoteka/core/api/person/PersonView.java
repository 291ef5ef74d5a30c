package org.kartoteka.core.api.person;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.kartoteka.core.api.party.Email;
import org.kartoteka.core.api.party.PartyId;
import org.kartoteka.core.api.party.Phone;
import org.kartoteka.platform.api.http.Versioned;

/**
 * A person with the data the current user may see; a group he may not see is null.
 *
 * @param partyName the name of the party the person belongs to
 * @param custom values of custom fields by name
 */
public record PersonView(
    PersonId id,
    long revision,
    PartyId partyId,
    String partyName,
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
    Map<String, Object> custom,
    Instant createdAt,
    String createdBy,
    Instant changedAt,
    String changedBy)
    implements Versioned {

  public PersonView {
    phones = phones == null ? List.of() : List.copyOf(phones);
    emails = emails == null ? List.of() : List.copyOf(emails);
    custom = custom == null ? Map.of() : custom;
  }

  /** First and last name. */
  public String fullName() {
    return ((firstName == null ? "" : firstName) + " " + (lastName == null ? "" : lastName))
        .strip();
  }

  /** What people can change of it. */
  public PersonData data() {
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
