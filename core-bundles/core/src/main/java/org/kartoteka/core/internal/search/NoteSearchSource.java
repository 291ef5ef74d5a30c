package org.kartoteka.core.internal.search;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.kartoteka.core.api.note.NoteQuery;
import org.kartoteka.core.api.note.NoteView;
import org.kartoteka.core.api.note.Notebook;
import org.kartoteka.core.api.party.PartyId;
import org.kartoteka.core.api.party.PartySummary;
import org.kartoteka.core.api.search.SearchHit;
import org.kartoteka.core.api.search.SearchSource;
import org.kartoteka.core.internal.data.CorePermissions;
import org.kartoteka.core.internal.note.NoteChanges;
import org.kartoteka.core.internal.party.PartyLists;
import org.kartoteka.platform.api.data.PageRequest;
import org.kartoteka.platform.api.record.RecordRef;
import org.kartoteka.platform.api.security.AccessControl;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Finds notes by their words. */
@Component
public final class NoteSearchSource implements SearchSource {

  private final AccessControl access;
  private final Notebook notebook;
  private final PartyLists parties;

  @Activate
  public NoteSearchSource(
      @Reference AccessControl access,
      @Reference Notebook notebook,
      @Reference PartyLists parties) {
    this.access = access;
    this.notebook = notebook;
    this.parties = parties;
  }

  @Override
  public String type() {
    return Notebook.TYPE;
  }

  @Override
  public int order() {
    return 30;
  }

  @Override
  public List<SearchHit> search(String text, int limit) {
    if (!access.may(CorePermissions.NOTE_READ)) {
      return List.of();
    }
    List<NoteView> notes =
        notebook.page(new NoteQuery(text, null, null), PageRequest.first(limit)).items();
    Map<PartyId, String> names =
        parties.summaries(notes.stream().map(NoteView::partyId).distinct().toList()).stream()
            .collect(Collectors.toMap(PartySummary::id, PartySummary::name));
    return notes.stream().map(note -> hit(note, names.get(note.partyId()))).toList();
  }

  private static SearchHit hit(NoteView note, String partyName) {
    return new SearchHit(
        RecordRef.of(Notebook.TYPE, note.id(), NoteChanges.label(note.text())),
        partyName,
        "parties/" + note.partyId().value() + "?tab=notes");
  }
}
