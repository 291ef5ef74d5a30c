package org.kartoteka.rest.internal.resource;

import java.util.List;
import java.util.Map;
import org.kartoteka.core.api.party.Email;
import org.kartoteka.core.api.party.PartyId;
import org.kartoteka.core.api.party.Phone;
import org.kartoteka.core.api.person.PersonData;
import org.kartoteka.core.api.person.PersonId;
import org.kartoteka.core.api.person.PersonalData;
import org.kartoteka.core.api.person.PrivateData;

/**
 * A person as a client sends it.
 *
 * @param partyId the party; needed only where the address does not tell it
 */
public record PersonRequest(
    PartyId partyId,
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

  PersonData data() {
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
