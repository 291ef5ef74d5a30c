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
    List<ImportField> fields = new ArrayList<>(PersonFields.ALL);
    fields.removeIf(field -> !priv && PersonRow.PRIVATE.contains(field.name()));
    fields.removeIf(field -> !personal && PersonRow.PERSONAL.contains(field.name()));
    boolean note = access.may(CorePermissions.NOTE_WRITE);
    fields.removeIf(field -> !note && field.name().equals(RowNote.NAME));
    fields.addAll(CustomColumns.imported(custom, type(), user.require().locale()));
    return fields;
  }

  @Override
  public List<String> missing(Set<String> mapped) {
    return PersonFields.missing(mapped);
  }

  @Override
  public Map<String, String> guessed(Map<String, String> guess) {
    return PersonFields.guessed(guess);
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
    if (RowNote.isIn(rows)) {
      access.require(CorePermissions.NOTE_WRITE);
    }
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
}
