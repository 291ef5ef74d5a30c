package org.kartoteka.core.internal.merge;

import java.util.List;
import org.kartoteka.core.api.person.PersonData;
import org.kartoteka.core.api.person.PersonId;
import org.kartoteka.core.internal.domain.Person;

/** The fields of a person as merges join and part them. */
final class PersonFields {

  /** The superior, which other persons have to do with too. */
  static final String SUPERIOR = "superiorId";

  /** Whole groups, which stand among the fields where a person has none of their data. */
  static final List<String> GROUPS = List.of("privateData", "personalData", "custom");

  private PersonFields() {}

  /** All fields of the person. */
  static FieldTree of(Person person) {
    return FieldTree.of(person.toView("", true, true).data());
  }

  /** All fields of the person without its superior. */
  static FieldTree bare(Person person) {
    FieldTree fields = of(person);
    fields.map().remove(SUPERIOR);
    return fields;
  }

  /** The person's data with these fields. */
  static PersonData data(Person person, FieldTree fields) {
    FieldTree all = of(person);
    all.map().putAll(fields.map());
    return all.to(PersonData.class);
  }

  /** The number of a person; null for none. */
  static Long number(PersonId person) {
    return person == null ? null : person.value();
  }
}
