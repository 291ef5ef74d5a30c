package org.kartoteka.core.internal.exchange;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.kartoteka.core.api.party.Address;
import org.kartoteka.core.api.party.Email;
import org.kartoteka.core.api.party.Phone;
import org.kartoteka.core.api.person.PersonData;
import org.kartoteka.core.api.person.PersonalData;
import org.kartoteka.core.api.person.PrivateData;

/** The fields of a person as texts, such that {@link PersonRow} makes the same person of them. */
final class PersonCells {

  private final Map<String, String> cells = new LinkedHashMap<>();

  private PersonCells() {}

  /** The texts by field, without blank ones; those of groups that are null are left out. */
  static Map<String, String> of(PersonData data) {
    PersonCells cells = new PersonCells();
    cells.put("firstName", data.firstName());
    cells.put("lastName", data.lastName());
    cells.put("sex", data.sex());
    cells.put("position", data.position());
    cells.put("department", data.department());
    cells.put(
        Superiors.NAME,
        data.superiorId() == null ? null : Long.toString(data.superiorId().value()));
    cells.put("profession", data.profession());
    cells.put("education", data.education());
    cells.put("phone", phones(data.phones(), one -> "OFFICE".equals(one.kind())));
    cells.put("mobile", phones(data.phones(), one -> "MOBILE".equals(one.kind())));
    cells.put(
        "otherPhones",
        packed(
            data.phones().stream()
                .filter(one -> !"OFFICE".equals(one.kind()) && !"MOBILE".equals(one.kind()))
                .toList()));
    cells.put(
        "email",
        Packed.join(
            data.emails().stream()
                .filter(one -> "OFFICE".equals(one.kind()))
                .map(Email::value)
                .toList()));
    cells.put("otherEmails", mails(data.emails(), one -> !"OFFICE".equals(one.kind())));
    cells.put("remarks", data.remarks());
    CustomColumns.into(cells.cells, data.custom());
    cells.privateOnes(data.privateData());
    cells.personalOnes(data.personalData());
    return cells.cells;
  }

  private void privateOnes(PrivateData data) {
    if (data == null) {
      return;
    }
    Address home = data.homeAddress();
    if (home != null) {
      put("homeKind", home.kind());
      put("homeStreet", home.street());
      put("homePostalCode", home.postalCode());
      put("homeCity", home.city());
      put("homeRegion", home.region());
      put("homeCountry", home.country());
    }
    put("privatePhones", packed(data.phones()));
    put("privateEmails", mails(data.emails(), any -> true));
  }

  private void personalOnes(PersonalData data) {
    if (data == null) {
      return;
    }
    put("birthday", data.birthday() == null ? null : data.birthday().toString());
    put("nameDay", data.nameDay());
    put("anniversaries", data.anniversaries());
    put("family", data.family());
    put("hobby", data.hobby());
    put("interests", data.interests());
  }

  private static String phones(List<Phone> phones, Predicate<Phone> wanted) {
    return Packed.join(phones.stream().filter(wanted).map(Phone::value).toList());
  }

  private static String packed(List<Phone> phones) {
    return Packed.joinParts(
        phones.stream().map(one -> Packed.parts(one.kind(), one.value())).toList());
  }

  private static String mails(List<Email> emails, Predicate<Email> wanted) {
    return Packed.joinParts(
        emails.stream().filter(wanted).map(one -> Packed.parts(one.kind(), one.value())).toList());
  }

  private void put(String field, String value) {
    if (value != null && !value.isEmpty()) {
      cells.put(field, value);
    }
  }
}
