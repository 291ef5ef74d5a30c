package org.kartoteka.core.api.person;

import java.util.List;
import org.kartoteka.core.api.party.Address;
import org.kartoteka.core.api.party.Email;
import org.kartoteka.core.api.party.Phone;

/** Private contact data of a person (TEN-10); reading needs {@code core.person.private}. */
public record PrivateData(Address homeAddress, List<Phone> phones, List<Email> emails) {

  public PrivateData {
    phones = phones == null ? List.of() : List.copyOf(phones);
    emails = emails == null ? List.of() : List.copyOf(emails);
  }
}
