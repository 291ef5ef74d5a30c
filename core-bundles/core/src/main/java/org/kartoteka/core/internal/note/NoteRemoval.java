package org.kartoteka.core.internal.note;

import org.kartoteka.core.api.note.Notebook;
import org.kartoteka.core.api.note.event.NoteRemoved;
import org.kartoteka.core.internal.data.Diary;
import org.kartoteka.core.internal.domain.Note;
import org.kartoteka.platform.api.document.Attachments;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What goes with a note when it is removed. */
@Component(service = NoteRemoval.class)
public class NoteRemoval {

  private final Attachments attachments;
  private final Diary diary;

  @Activate
  public NoteRemoval(@Reference Attachments attachments, @Reference Diary diary) {
    this.attachments = attachments;
    this.diary = diary;
  }

  /** Removes the files of a note and writes down that the note is removed; the row is left. */
  public void recordRemoval(Note note) {
    if (note.hasAttachments()) {
      attachments
          .of(Notebook.TYPE, Long.toString(note.id().value()))
          .forEach(file -> attachments.remove(file.id()));
    }
    diary.removed(
        NoteChanges.reference(note),
        NoteChanges.between(note, null),
        new NoteRemoved(note.id(), note.party(), note.person()));
  }
}
