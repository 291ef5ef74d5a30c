package org.kartoteka.rest.internal.resource;

import java.util.List;
import org.kartoteka.core.api.note.NoteData;
import org.kartoteka.core.api.party.PartyId;
import org.kartoteka.core.api.person.PersonId;
import org.kartoteka.platform.api.record.RecordRef;

/**
 * A note as a client sends it.
 *
 * @param partyId the party; needed only where the address does not tell it
 * @param personId the person; needed only where the address does not tell it
 */
public record NoteRequest(
    PartyId partyId, PersonId personId, String text, List<RecordRef> links, boolean pinned) {

  NoteData data() {
    return new NoteData(text, links, pinned);
  }
}
