package org.kartoteka.core.internal.exchange;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.kartoteka.core.api.note.NoteData;
import org.kartoteka.core.api.party.PartyId;
import org.kartoteka.core.api.person.PersonId;
import org.kartoteka.core.internal.domain.Note;
import org.kartoteka.core.internal.domain.NoteRules;
import org.kartoteka.core.internal.note.NoteRecords;
import org.kartoteka.platform.api.exchange.ImportField;
import org.kartoteka.platform.api.history.FieldChange;
import org.kartoteka.platform.api.problem.FieldError;
import org.kartoteka.platform.api.problem.InvalidInput;

/** The note that a row brings along for its party or person. */
final class RowNote {

  static final String NAME = "note";

  static final ImportField FIELD_OF_PARTIES =
      new ImportField(
          NAME,
          false,
          List.of(
              "notes",
              "comment",
              "comments",
              "remarks",
              "notatka",
              "notatki",
              "uwagi",
              "komentarz",
              "бележка",
              "бележки",
              "забележка",
              "забележки",
              "коментар",
              "заметка",
              "заметки",
              "примечание",
              "примечания",
              "комментарий"));

  /** Persons have remarks, which the more general headings mean. */
  static final ImportField FIELD_OF_PERSONS =
      new ImportField(NAME, false, List.of("notatka", "бележка", "заметка"));

  private final NoteData data;
  private final Supplier<PartyId> party;
  private final Supplier<PersonId> person;
  private Note note;

  private RowNote(NoteData data, Supplier<PartyId> party, Supplier<PersonId> person) {
    this.data = data;
    this.party = party;
    this.person = person;
  }

  /**
   * The note of a row; null when it brings none.
   *
   * @param party to be asked once the row's records are there
   * @param person the same; null for a note on the party itself
   * @throws InvalidInput when the text is none for a note
   */
  static RowNote of(Map<String, String> cells, Supplier<PartyId> party, Supplier<PersonId> person) {
    String text = cells.get(NAME);
    if (text == null || text.isBlank()) {
      return null;
    }
    try {
      return new RowNote(NoteRules.normal(new NoteData(text, List.of(), false)), party, person);
    } catch (InvalidInput invalid) {
      throw new InvalidInput(
          invalid.errors().stream()
              .map(error -> new FieldError(NAME, error.code(), error.key(), error.arguments()))
              .toList());
    }
  }

  /** Whether a row of the table brings a note. */
  static boolean isIn(List<Map<String, String>> rows) {
    return rows.stream().anyMatch(row -> !row.getOrDefault(NAME, "").isBlank());
  }

  /** Writes the notes, but for those that are on the card already. */
  static void write(List<RowNote> rows, NoteRecords records) {
    List<NoteRecords.Addition> all =
        rows.stream()
            .map(
                row ->
                    new NoteRecords.Addition(
                        row.party.get(), row.person == null ? null : row.person.get(), row.data))
            .toList();
    List<Note> written = records.addNew(all);
    for (int i = 0; i < rows.size(); i++) {
      rows.get(i).note = written.get(i);
    }
  }

  static boolean isWritten(RowNote row) {
    return row != null && row.note != null;
  }

  /** The trace of a row with that of its note. */
  static Trace with(Trace trace, RowNote row) {
    return isWritten(row) ? trace.withNote(row.note.id().value(), row.note.data()) : trace;
  }

  /** The changes of a row with its note. */
  static List<FieldChange> with(List<FieldChange> changes, RowNote row) {
    if (!isWritten(row)) {
      return changes;
    }
    List<FieldChange> all = new ArrayList<>(changes);
    all.add(new FieldChange(NAME, null, row.data.text()));
    return all;
  }

  /** Takes the note of a row away; why it stays, or null. */
  static FieldError takeAway(Trace trace, NoteRecords records) {
    Note note = records.hold(trace.note());
    if (note == null) {
      return null;
    }
    if (note.hasAttachments() || !Trace.hash(note.data()).equals(trace.noteHash())) {
      return FieldError.of(NAME, "undoEdited");
    }
    records.remove(note);
    return null;
  }
}
