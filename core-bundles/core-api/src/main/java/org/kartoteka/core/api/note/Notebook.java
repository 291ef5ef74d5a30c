package org.kartoteka.core.api.note;

import java.io.InputStream;
import java.util.Optional;
import org.kartoteka.core.api.party.PartyId;
import org.kartoteka.core.api.person.PersonId;
import org.kartoteka.platform.api.data.ExpectedRevision;
import org.kartoteka.platform.api.data.Page;
import org.kartoteka.platform.api.data.PageRequest;
import org.kartoteka.platform.api.document.AttachmentId;
import org.kartoteka.platform.api.document.AttachmentView;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Notes on parties and persons (TEN-16). Reading needs {@code core.note.read}, writing {@code
 * core.note.write}; others' notes are changed and removed with {@code core.note.manage}.
 */
@ProviderType
public interface Notebook {

  /** The type of notes in references. */
  String TYPE = "note";

  /**
   * Writes a note on a party or about a person.
   *
   * @param party the party; may be null when the person is given
   * @param person the person; may be null when the party is given
   * @throws org.kartoteka.platform.api.problem.InvalidInput when both are null or do not belong
   *     together
   */
  NoteView write(PartyId party, PersonId person, NoteData data);

  /** Edits a note; what it said before stays in the change history. */
  NoteView change(NoteId id, ExpectedRevision revision, NoteData data);

  /** Removes a note with its attachments. */
  void remove(NoteId id, ExpectedRevision revision);

  /** One note; empty when there is none. */
  Optional<NoteView> find(NoteId id);

  /**
   * One note.
   *
   * @throws org.kartoteka.platform.api.problem.NotFound when there is none
   */
  NoteView get(NoteId id);

  /** A page of notes: pinned first, then the latest first. */
  Page<NoteView> page(NoteQuery query, PageRequest request);

  /** Attaches a file to a note. */
  AttachmentView attach(NoteId id, String fileName, InputStream content);

  /** The content of an attachment of the note; the caller closes it. */
  InputStream open(NoteId id, AttachmentId attachment);

  /** Removes an attachment of the note. */
  void detach(NoteId id, AttachmentId attachment);
}
