package org.kartoteka.core.internal.exchange;

import java.util.List;
import org.kartoteka.platform.api.exchange.ImportField;

/** The fields of a person that a table can fill, and the headings that mean them. */
final class PersonFields {

  static final List<ImportField> ALL =
      List.of(
          field("recordId", "record id", "kartoteka id"),
          new ImportField(
              "party",
              true,
              List.of(
                  "company",
                  "company name",
                  "organisation",
                  "organization",
                  "firm",
                  "account",
                  "party number",
                  "customer",
                  "firma",
                  "kontrahent",
                  "podmiot",
                  "numer podmiotu",
                  "nip",
                  "фирма",
                  "контрагент",
                  "еик",
                  "компания",
                  "организация",
                  "инн")),
          field("firstName", "first name", "given name", "forename", "imię", "име", "имя"),
          field("lastName", "last name", "surname", "family name", "name", "nazwisko", "фамилия"),
          field("sex", "gender", "płeć", "пол"),
          field("position", "job title", "title", "stanowisko", "длъжност", "должность"),
          field("department", "dział", "отдел"),
          field("profession", "zawód", "професия", "профессия"),
          field("education", "wykształcenie", "образование"),
          field("phone", "telephone", "tel", "business phone", "telefon", "телефон"),
          field("mobile", "mobile phone", "cell phone", "komórka", "мобилен", "мобильный"),
          field("email", "e-mail", "email address", "mail", "adres e-mail", "имейл", "эл. почта"),
          field("otherPhones"),
          field("otherEmails"),
          field("remarks", "notes", "comment", "uwagi", "забележки", "примечания"),
          field("homeKind"),
          field("homeStreet", "home address", "home street"),
          field("homePostalCode", "home postal code"),
          field("homeCity", "home city"),
          field("homeRegion"),
          field("homeCountry", "home country"),
          field("privatePhones", "private phone", "home phone"),
          field("privateEmails", "private e-mail", "private email"),
          field("birthday", "date of birth", "birth date", "data urodzenia", "дата на раждане"),
          field("nameDay", "name day", "imieniny", "имен ден", "именины"),
          field("anniversaries"),
          field("family"),
          field("hobby"),
          field("interests"));

  private PersonFields() {}

  private static ImportField field(String name, String... aliases) {
    return new ImportField(name, false, List.of(aliases));
  }
}
