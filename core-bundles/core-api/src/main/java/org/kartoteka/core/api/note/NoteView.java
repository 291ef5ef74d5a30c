package org.kartoteka.core.api.note;

import java.time.Instant;
import java.util.List;
import org.kartoteka.core.api.party.PartyId;
import org.kartoteka.core.api.person.PersonId;
import org.kartoteka.platform.api.document.AttachmentView;
import org.kartoteka.platform.api.http.Versioned;
import org.kartoteka.platform.api.record.RecordRef;

/**
 * A note.
 *
 * @param partyId the party it belongs to; of a note about a person the person's party
 * @param personId the person it is about; null when it is about the party
 * @param editedAt when it was last edited; null when never
 */
public record NoteView(
    NoteId id,
    long revision,
    PartyId partyId,
    PersonId personId,
    String text,
    List<RecordRef> links,
    boolean pinned,
    String author,
    Instant writtenAt,
    Instant editedAt,
    List<AttachmentView> attachments)
    implements Versioned {

  public NoteView {
    links = List.copyOf(links);
    attachments = List.copyOf(attachments);
  }

  /** What people can change of it. */
  public NoteData data() {
    return new NoteData(text, links, pinned);
  }
}
