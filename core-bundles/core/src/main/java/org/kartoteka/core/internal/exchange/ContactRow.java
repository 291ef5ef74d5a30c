package org.kartoteka.core.internal.exchange;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.kartoteka.core.api.party.Email;
import org.kartoteka.core.api.party.Phone;
import org.kartoteka.core.api.person.PersonData;
import org.kartoteka.core.internal.domain.PersonRules;
import org.kartoteka.platform.api.problem.FieldError;
import org.kartoteka.platform.api.problem.InvalidInput;

/** The person of an organisation in the same row. */
final class ContactRow {

  private static final String PREFIX = "contact";

  private ContactRow() {}

  /** Whether the row names a person. */
  static boolean isThere(Map<String, String> cells) {
    return cells.entrySet().stream()
        .anyMatch(one -> one.getKey().startsWith(PREFIX) && !one.getValue().isBlank());
  }

  /**
   * The person, in normal form.
   *
   * @param region where phones without a country are dialled
   * @throws InvalidInput with the fields of the import
   */
  static PersonData data(Map<String, String> cells, String region) {
    Map<String, String> places = new HashMap<>();
    List<Phone> phones = new ArrayList<>();
    for (String field : List.of("contactPhone", "contactMobile")) {
      for (String value : Packed.split(cells.get(field), ";")) {
        places.put("phones[" + phones.size() + "].value", field);
        phones.add(new Phone(field.equals("contactPhone") ? "OFFICE" : "MOBILE", value));
      }
    }
    List<Email> emails =
        Packed.split(cells.get("contactEmail"), ";, \n").stream()
            .map(value -> new Email("OFFICE", value))
            .toList();
    PersonData data =
        PersonData.named(cells.get("contactFirstName"), cells.get("contactLastName")).toBuilder()
            .position(cells.get("contactPosition"))
            .department(cells.get("contactDepartment"))
            .phones(phones)
            .emails(emails)
            .build();
    try {
      return PersonRules.normal(
          data, region, (values, findings) -> values == null ? Map.of() : values);
    } catch (InvalidInput invalid) {
      throw new InvalidInput(
          invalid.errors().stream().map(error -> placed(error, places)).toList());
    }
  }

  private static FieldError placed(FieldError error, Map<String, String> places) {
    String field = error.field();
    String place =
        field.startsWith("emails[")
            ? "contactEmail"
            : places.getOrDefault(
                field,
                PREFIX
                    + (field.isEmpty()
                        ? ""
                        : Character.toUpperCase(field.charAt(0)) + field.substring(1)));
    return new FieldError(place, error.code(), error.key(), error.arguments());
  }
}
