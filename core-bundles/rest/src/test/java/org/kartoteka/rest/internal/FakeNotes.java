package org.kartoteka.rest.internal;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.kartoteka.core.api.note.NoteData;
import org.kartoteka.core.api.note.NoteId;
import org.kartoteka.core.api.note.NoteQuery;
import org.kartoteka.core.api.note.NoteView;
import org.kartoteka.core.api.note.Notebook;
import org.kartoteka.core.api.party.PartyId;
import org.kartoteka.core.api.person.PersonId;
import org.kartoteka.platform.api.data.ExpectedRevision;
import org.kartoteka.platform.api.data.Page;
import org.kartoteka.platform.api.data.PageRequest;
import org.kartoteka.platform.api.document.AttachmentId;
import org.kartoteka.platform.api.document.AttachmentView;

/** One note with attachments in memory. */
final class FakeNotes implements Notebook {

  private static final Instant THEN = Instant.parse("2026-01-02T03:04:05Z");

  private final List<AttachmentView> attachments = new ArrayList<>();
  private final List<byte[]> contents = new ArrayList<>();
  private NoteData data = NoteData.text("hello");

  @Override
  public NoteView write(PartyId party, PersonId person, NoteData written) {
    data = written;
    return get(new NoteId(1));
  }

  @Override
  public NoteView change(NoteId id, ExpectedRevision revision, NoteData changed) {
    data = changed;
    return get(id);
  }

  @Override
  public void remove(NoteId id, ExpectedRevision revision) {
    data = null;
  }

  @Override
  public Optional<NoteView> find(NoteId id) {
    return Optional.of(get(id));
  }

  @Override
  public NoteView get(NoteId id) {
    return new NoteView(
        id,
        1,
        new PartyId(1),
        null,
        data.text(),
        data.links(),
        data.pinned(),
        "anna",
        THEN,
        null,
        attachments);
  }

  @Override
  public Page<NoteView> page(NoteQuery query, PageRequest request) {
    return new Page<>(List.of(get(new NoteId(1))), null);
  }

  @Override
  public AttachmentView attach(NoteId id, String fileName, InputStream content) {
    try {
      contents.add(content.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    AttachmentView view =
        new AttachmentView(
            new AttachmentId(contents.size()),
            TYPE,
            "1",
            fileName,
            "text/plain",
            contents.get(contents.size() - 1).length,
            "",
            "anna",
            THEN);
    attachments.add(view);
    return view;
  }

  @Override
  public InputStream open(NoteId id, AttachmentId attachment) {
    return new ByteArrayInputStream(contents.get((int) attachment.value() - 1));
  }

  @Override
  public void detach(NoteId id, AttachmentId attachment) {
    attachments.clear();
  }
}
