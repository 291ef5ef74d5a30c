package org.kartoteka.core.internal.exchange;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.kartoteka.core.api.custom.CustomFields;
import org.kartoteka.core.api.person.PersonDirectory;
import org.kartoteka.core.internal.data.CorePermissions;
import org.kartoteka.platform.api.exchange.FileFormat;
import org.kartoteka.platform.api.exchange.ImportField;
import org.kartoteka.platform.api.exchange.ImportOptions;
import org.kartoteka.platform.api.exchange.ImportedRow;
import org.kartoteka.platform.api.exchange.RecordImporter;
import org.kartoteka.platform.api.exchange.RowOutcome;
import org.kartoteka.platform.api.exchange.UndoOutcome;
import org.kartoteka.platform.api.security.AccessControl;
import org.kartoteka.platform.api.security.CurrentUser;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Reads persons of organisations. The row names the party by its number, an identifier or its name;
 * it finds its person by the chosen rules.
 */
@Component
public final class PersonImporter implements RecordImporter {

  private static final List<ImportField> FIELDS =
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

  /** The rules in the order in which they are offered. */
  private static final List<String> RULES =
      List.of("recordId", "namesEmail", "names", "email", "phone");

  private static final List<String> USUAL = List.of("recordId", "namesEmail");

  private final AccessControl access;
  private final CurrentUser user;
  private final CustomFields custom;
  private final PersonWriting writing;
  private final PersonUndo undo;

  @Activate
  public PersonImporter(
      @Reference AccessControl access,
      @Reference CurrentUser user,
      @Reference CustomFields custom,
      @Reference PersonWriting writing,
      @Reference PersonUndo undo) {
    this.access = access;
    this.user = user;
    this.custom = custom;
    this.writing = writing;
    this.undo = undo;
  }

  @Override
  public String type() {
    return PersonDirectory.TYPE;
  }

  @Override
  public String permission() {
    return CorePermissions.IMPORT;
  }

  @Override
  public List<ImportField> fields() {
    boolean priv = access.may(CorePermissions.PERSON_PRIVATE);
    boolean personal = access.may(CorePermissions.PERSON_PERSONAL);
    List<ImportField> fields = new ArrayList<>(FIELDS);
    fields.removeIf(field -> !priv && PersonRow.PRIVATE.contains(field.name()));
    fields.removeIf(field -> !personal && PersonRow.PERSONAL.contains(field.name()));
    fields.addAll(CustomColumns.imported(custom, type(), user.require().locale()));
    return fields;
  }

  @Override
  public List<String> missing(Set<String> mapped) {
    return mapped.contains("party") ? List.of() : List.of("party");
  }

  @Override
  public List<String> matchRules() {
    return RULES;
  }

  @Override
  public List<String> usualMatchRules(FileFormat format) {
    return USUAL;
  }

  @Override
  public boolean updates() {
    return true;
  }

  @Override
  public boolean undoes() {
    return true;
  }

  @Override
  public List<RowOutcome> importRows(List<Map<String, String>> rows) {
    return importRows(rows, ImportOptions.usual().matchedBy(USUAL));
  }

  @Override
  public List<RowOutcome> importRows(List<Map<String, String>> rows, ImportOptions options) {
    access.require(CorePermissions.PERSON_CHANGE);
    requireGroup(rows, PersonRow.PRIVATE, CorePermissions.PERSON_PRIVATE);
    requireGroup(rows, PersonRow.PERSONAL, CorePermissions.PERSON_PERSONAL);
    return new PersonBatch(writing, options, rows).outcomes();
  }

  @Override
  public List<UndoOutcome> undo(List<ImportedRow> rows) {
    access.require(CorePermissions.PERSON_CHANGE);
    return undo.undo(rows);
  }

  private void requireGroup(
      List<Map<String, String>> rows, List<String> fields, String permission) {
    if (rows.stream().anyMatch(row -> fields.stream().anyMatch(row::containsKey))) {
      access.require(permission);
    }
  }

  private static ImportField field(String name, String... aliases) {
    return new ImportField(name, false, List.of(aliases));
  }
}
