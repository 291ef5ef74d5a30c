package org.kartoteka.core.internal.note;

import static org.kartoteka.core.internal.data.Phrases.joined;

import java.util.List;
import org.kartoteka.core.api.note.NoteData;
import org.kartoteka.core.api.note.Notebook;
import org.kartoteka.core.internal.domain.Note;
import org.kartoteka.platform.api.history.FieldChange;
import org.kartoteka.platform.api.history.FieldChanges;
import org.kartoteka.platform.api.record.RecordRef;

/** What changed in a note, and what a note is called. */
public final class NoteChanges {

  private static final int LABEL = 80;

  private NoteChanges() {}

  static List<FieldChange> between(NoteData before, NoteData after) {
    return new FieldChanges<>(before, after)
        .field("text", NoteData::text)
        .field("links", note -> joined(note.links(), link -> link.type() + ": " + link.label()))
        .field("pinned", note -> note.pinned() ? "true" : null)
        .list();
  }

  static List<FieldChange> between(Note before, NoteData after) {
    return between(before.data(), after);
  }

  static RecordRef reference(Note note) {
    return RecordRef.of(Notebook.TYPE, note.id(), label(note.data().text()));
  }

  /** The beginning of the first line. */
  public static String label(String text) {
    String line = text.lines().findFirst().orElse("");
    if (line.codePointCount(0, line.length()) <= LABEL) {
      return line;
    }
    return line.substring(0, line.offsetByCodePoints(0, LABEL - 1)) + "…";
  }
}
