package org.kartoteka.core.internal.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.kartoteka.core.api.party.Address;
import org.kartoteka.core.api.party.Email;
import org.kartoteka.core.api.party.Phone;
import org.kartoteka.platform.api.problem.Findings;

/** What addresses, phones and e-mails of parties and persons must look like. */
final class ContactRules {

  static final int MOST = 50;

  private static final int KIND = 30;

  private final Findings findings;

  ContactRules(Findings findings) {
    this.findings = findings;
  }

  List<Address> addresses(String field, List<Address> addresses) {
    List<Address> checked = new ArrayList<>();
    List<Address> given = findings.atMost(field, addresses, MOST);
    for (int i = 0; i < given.size(); i++) {
      Address address = address(field + "[" + i + "]", given.get(i));
      if (address != null) {
        checked.add(address);
      }
    }
    return checked;
  }

  /** The checked address; null when nothing but a kind is said. */
  Address address(String field, Address given) {
    if (given == null) {
      return null;
    }
    Address address =
        new Address(
            findings.line(field + ".kind", given.kind(), KIND),
            findings.line(field + ".street", given.street(), 200),
            findings.line(field + ".postalCode", given.postalCode(), 20),
            findings.line(field + ".city", given.city(), 100),
            findings.line(field + ".region", given.region(), 100),
            Codes.country(
                field + ".country",
                findings.line(field + ".country", given.country(), 60),
                findings));
    boolean empty =
        Stream.of(
                address.street(),
                address.postalCode(),
                address.city(),
                address.region(),
                address.country())
            .allMatch(Objects::isNull);
    return empty ? null : address;
  }

  List<Phone> phones(String field, List<Phone> phones, String region) {
    List<Phone> checked = new ArrayList<>();
    List<Phone> given = findings.atMost(field, phones, MOST);
    for (int i = 0; i < given.size(); i++) {
      String place = field + "[" + i + "]";
      String value = findings.requiredLine(place + ".value", given.get(i).value(), 60);
      if (value != null) {
        if (!PhoneNumbers.isDialable(value)) {
          findings.add(place + ".value", "phone");
        }
        value = PhoneNumbers.normal(value, region);
      }
      Phone phone = new Phone(findings.line(place + ".kind", given.get(i).kind(), KIND), value);
      if (!checked.contains(phone)) {
        checked.add(phone);
      }
    }
    return checked;
  }

  List<Email> emails(String field, List<Email> emails) {
    List<Email> checked = new ArrayList<>();
    List<Email> given = findings.atMost(field, emails, MOST);
    for (int i = 0; i < given.size(); i++) {
      String place = field + "[" + i + "]";
      String value = findings.requiredLine(place + ".value", given.get(i).value(), 254);
      if (value != null) {
        value = NetAddress.normalEmail(value);
        if (!NetAddress.isEmail(value)) {
          findings.add(place + ".value", "email");
        }
      }
      Email email = new Email(findings.line(place + ".kind", given.get(i).kind(), KIND), value);
      if (!checked.contains(email)) {
        checked.add(email);
      }
    }
    return checked;
  }
}
