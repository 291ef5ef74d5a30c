package org.kartoteka.core.internal.exchange;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.kartoteka.core.api.custom.CustomFields;
import org.kartoteka.core.api.party.PartyRegister;
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
 * Reads parties: organisations, each with a person of it if the row names one, and natural persons
 * with their names. A row finds its party, in the register or further up in the file, by the rules
 * of {@link PartyMatchKeys}.
 */
@Component
public final class PartyImporter implements RecordImporter {

  private static final List<String> STATUS = List.of(RowStatus.NAME, RowStatus.REASON);
  private static final List<String> USUAL = List.of("number", "identifiers");
  private static final List<String> USUAL_OF_CARDS =
      List.of("recordId", "number", "identifiers", "nameCity");

  private final AccessControl access;
  private final CurrentUser user;
  private final CustomFields custom;
  private final PartyWriting writing;
  private final PartyUndo undo;

  @Activate
  public PartyImporter(
      @Reference AccessControl access,
      @Reference CurrentUser user,
      @Reference CustomFields custom,
      @Reference PartyWriting writing,
      @Reference PartyUndo undo) {
    this.access = access;
    this.user = user;
    this.custom = custom;
    this.writing = writing;
    this.undo = undo;
  }

  @Override
  public String type() {
    return PartyRegister.TYPE;
  }

  @Override
  public String permission() {
    return CorePermissions.IMPORT;
  }

  @Override
  public List<ImportField> fields() {
    List<ImportField> fields = new ArrayList<>(PartyFields.ALL);
    boolean status = access.may(CorePermissions.PARTY_STATUS);
    boolean note = access.may(CorePermissions.NOTE_WRITE);
    fields.removeIf(field -> !status && STATUS.contains(field.name()));
    fields.removeIf(field -> !note && field.name().equals(RowNote.NAME));
    fields.addAll(CustomColumns.imported(custom, type(), user.require().locale()));
    return fields;
  }

  @Override
  public List<String> missing(Set<String> mapped) {
    return PartyFields.missing(mapped);
  }

  @Override
  public Map<String, String> guessed(Map<String, String> guess) {
    return PartyFields.guessed(guess);
  }

  @Override
  public List<String> matchRules() {
    return PartyMatchKeys.RULES;
  }

  @Override
  public List<String> usualMatchRules(FileFormat format) {
    return format == FileFormat.VCARD ? USUAL_OF_CARDS : USUAL;
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
  public Set<Object> claims(Map<String, String> row, ImportOptions options) {
    if (options.mode().updates()) {
      return null;
    }
    Set<String> rules = new LinkedHashSet<>(options.matchBy());
    rules.add("number");
    return new HashSet<>(new PartyMatchKeys(List.copyOf(rules), writing.country).of(row));
  }

  @Override
  public List<RowOutcome> importRows(List<Map<String, String>> rows) {
    return importRows(rows, ImportOptions.usual().matchedBy(USUAL));
  }

  @Override
  public List<RowOutcome> importRows(List<Map<String, String>> rows, ImportOptions options) {
    access.require(CorePermissions.PARTY_CHANGE);
    if (rows.stream().anyMatch(ContactRow::isThere)) {
      access.require(CorePermissions.PERSON_CHANGE);
    }
    if (rows.stream().anyMatch(row -> !row.getOrDefault(RowStatus.NAME, "").isBlank())) {
      access.require(CorePermissions.PARTY_STATUS);
    }
    if (RowNote.isIn(rows)) {
      access.require(CorePermissions.NOTE_WRITE);
    }
    return new PartyBatch(writing, options, rows).outcomes();
  }

  @Override
  public List<UndoOutcome> undo(List<ImportedRow> rows) {
    access.require(CorePermissions.PARTY_CHANGE);
    access.require(CorePermissions.PARTY_REMOVE);
    return undo.undo(rows);
  }
}
