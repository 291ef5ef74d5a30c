package org.kartoteka.core.api.person;

import java.time.LocalDate;

/**
 * Personal data of a person (TEN-11); reading needs {@code core.person.personal}.
 *
 * @param nameDay month and day as {@code --MM-DD} (ISO 8601); may be null
 * @param anniversaries free text
 */
public record PersonalData(
    LocalDate birthday,
    String nameDay,
    String anniversaries,
    String family,
    String hobby,
    String interests) {

  /** Personal data of which only the birthday is known, which may be null. */
  public static PersonalData born(LocalDate birthday) {
    return new PersonalData(birthday, null, null, null, null, null);
  }
}
