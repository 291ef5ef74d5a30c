package org.kartoteka.core.internal.exchange;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.kartoteka.core.internal.domain.SearchKey;
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
                  "employer",
                  "account",
                  "account name",
                  "party number",
                  "customer",
                  "customer number",
                  "client",
                  "site",
                  "site name",
                  "firma",
                  "nazwa firmy",
                  "kontrahent",
                  "nazwa kontrahenta",
                  "klient",
                  "pracodawca",
                  "podmiot",
                  "numer podmiotu",
                  "nip",
                  "фирма",
                  "име на фирмата",
                  "контрагент",
                  "клиент",
                  "работодател",
                  "еик",
                  "компания",
                  "название компании",
                  "организация",
                  "работодатель",
                  "инн")),
          field("firstName", "first name", "given name", "forename", "imię", "име", "имя"),
          field(
              "lastName",
              "last name",
              "surname",
              "family name",
              "nazwisko",
              "фамилия",
              "фамилно име"),
          field(
              "fullName",
              "full name",
              "name",
              "person",
              "contact",
              "contact name",
              "contact person",
              "imię i nazwisko",
              "nazwisko i imię",
              "osoba",
              "osoba kontaktowa",
              "име и фамилия",
              "лице за контакт",
              "фио",
              "имя и фамилия",
              "контактное лицо"),
          field("sex", "gender", "płeć", "пол"),
          field("position", "job title", "title", "stanowisko", "длъжност", "должность"),
          field("department", "dział", "отдел"),
          field(
              "superior",
              "manager",
              "supervisor",
              "boss",
              "reports to",
              "line manager",
              "przełożony",
              "kierownik",
              "szef",
              "ръководител",
              "началник",
              "пряк ръководител",
              "руководитель",
              "начальник"),
          field("profession", "zawód", "професия", "профессия"),
          field("education", "wykształcenie", "образование"),
          field("phone", "telephone", "tel", "business phone", "telefon", "телефон"),
          field("mobile", "mobile phone", "cell phone", "komórka", "мобилен", "мобильный"),
          field("email", "e-mail", "email address", "mail", "adres e-mail", "имейл", "эл. почта"),
          field("otherPhones"),
          field("otherEmails"),
          RowNote.FIELD_OF_PERSONS,
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

  /** Headings that mean a first name where there is a last name beside. */
  private static final Set<String> FIRST = Set.of(SearchKey.fold("name"));

  private static final List<String> NAMES = List.of("firstName", "lastName", "fullName");

  private PersonFields() {}

  /**
   * Makes a guess fit together: beside a first name, a column called just name holds last names.
   */
  static Map<String, String> guessed(Map<String, String> guess) {
    Map<String, String> fitting = new LinkedHashMap<>(guess);
    boolean first = guess.containsValue("firstName");
    boolean last = guess.containsValue("lastName");
    if (first && !last) {
      fitting.replaceAll((heading, field) -> field.equals("fullName") ? "lastName" : field);
    } else if (last && !first) {
      fitting.replaceAll(
          (heading, field) ->
              field.equals("fullName") && FIRST.contains(SearchKey.fold(heading))
                  ? "firstName"
                  : field);
    } else if (first) {
      fitting.values().remove("fullName");
    }
    return fitting;
  }

  /** What is still to be mapped: the party, and a name of the person. */
  static List<String> missing(Set<String> mapped) {
    List<String> missing = new ArrayList<>();
    if (!mapped.contains("party")) {
      missing.add("party");
    }
    if (NAMES.stream().noneMatch(mapped::contains)) {
      missing.add("lastName");
    }
    return missing;
  }

  private static ImportField field(String name, String... aliases) {
    return new ImportField(name, false, List.of(aliases));
  }
}
